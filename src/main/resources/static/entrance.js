import { workAgain } from "./proof.js";

// The card on the right says which entrance is chosen on the left.
const chosen = document.getElementById('door');
const hint = document.getElementById('uh');

function tell() {
  const door = document.querySelector('input[name=door]:checked');
  if (door) {
    chosen.textContent = door.dataset.name;
    hint.textContent = door.dataset.hint;
  }
}

document.querySelector('.doors').addEventListener('change', tell);
// A browser that goes back keeps the choice, not the words.
addEventListener('pageshow', tell);

workAgain();
