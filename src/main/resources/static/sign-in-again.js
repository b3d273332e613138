// Signing in again in place: the page stays as it is, with all that was typed, while its owner comes back (spec A6).
import { workAgain } from "./proof.js";

const dialog = document.getElementById("sign-in-again");
let open = null;

/** Asks for the password until the page's own account is signed in again. */
export function signInAgain() {
  open ??= ask().finally(() => (open = null));
  return open;
}

async function ask() {
  const place = dialog.querySelector("[data-form]");
  show(place, await entrance());
  dialog.showModal();
  place.querySelector("#p")?.focus();
  await new Promise((done) => {
    dialog.addEventListener("cancel", (event) => event.preventDefault());
    place.onsubmit = async (event) => {
      event.preventDefault();
      const button = place.querySelector("button.main");
      button.disabled = true;
      try {
        const answer = await fetch("/sign-in", { method: "POST", body: new URLSearchParams(new FormData(event.target)) });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const refused = page.getElementById("s");
        if (refused && !page.body.dataset.account) {
          show(place, page);
          place.querySelector("[aria-invalid=true], #p")?.focus();
        } else {
          done();
        }
      } catch {
        place.querySelector("[data-away]").hidden = false;
      } finally {
        button.disabled = false;
      }
    };
  });
  dialog.close();
  place.replaceChildren();
}

const entrance = async () => new DOMParser().parseFromString(await (await fetch("/")).text(), "text/html");

/** The entrance's own form, for this page's account only. */
function show(place, page) {
  const form = document.importNode(page.getElementById("f"), true);
  const name = form.querySelector("#u");
  name.value = document.body.dataset.account;
  name.readOnly = true;
  form.querySelector("#uh").remove();
  form.querySelector("#ph").remove();
  const door = document.createElement("input");
  door.type = "hidden";
  door.name = "door";
  door.value = "SCHOOL";
  const away = document.getElementById("away").content.firstElementChild.cloneNode(true);
  form.prepend(door, away);
  const said = page.querySelector("[aria-labelledby=s] [role=alert]:not(.err)");
  if (said) {
    form.prepend(document.importNode(said, true));
  }
  place.replaceChildren(form);
  window.htmx.process(place);
  workAgain();
}
