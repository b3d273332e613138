// The table as a spreadsheet: moving, selecting, undoing and pasting over the rows of a form (spec X4).

import { plain, read } from "./cells.js";
import { highlight } from "./column.js";
import { byField, isTick } from "./fields.js";
import { moves } from "./moves.js";
import { pasting } from "./paste.js";
import { picking } from "./range.js";
import { history } from "./undo.js";

/** On leaving a cell its number is written plainly: １，０４６．５０ becomes 1046.5. */
function normalise(form, rows) {
  const rowOf = byField(rows);
  form.addEventListener("change", ({ target }) => {
    const number = rowOf.has(target) && !isTick(target) ? read(target.dataset.cell, target.value) : undefined;
    if (number !== undefined) {
      target.value = number === null ? "" : plain(target.dataset.cell, number);
    }
  });
}

function help() {
  const dialog = document.getElementById("keys");
  document.getElementById("keys-open").addEventListener("click", () => dialog.showModal());
}

/** Sets the table up. */
export function grid(form, rows) {
  highlight(form.querySelector("table.filing"));
  if (form.dataset.editable !== "true") {
    return;
  }
  const did = document.getElementById("did");
  const say = (words) => (did.textContent = words);
  document.getElementById("grid-tools").hidden = false;
  normalise(form, rows);
  const { together } = history(form, rows, say);
  picking(form, rows, together, say);
  moves(form, rows);
  pasting(form, rows, together, say);
  help();
}
