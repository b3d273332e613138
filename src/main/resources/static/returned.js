// 需修改的任务: what is ticked, and what it sums to.

import { amounts, fault, read, rows as rowsOf, showTotal, text, wan } from "./cells.js";
import { grid } from "./grid.js";
import { showFaults } from "./notes.js";
import { autosave, saveOnDemand, submitAfterSaving } from "./saving.js";
import { stayOpen } from "./staying.js";

const form = document.getElementById("filing");
const rows = form ? rowsOf(form) : [];
const byElement = new Map(rows.map((row) => [row.element, row]));
const editable = form?.dataset.editable === "true";
const put = (name, words) => (form.querySelector(`[data-sum="${name}"]`).textContent = words);

/** A row is ready once something differs from what was returned, and no cell is blank or malformed. */
function mended(row) {
  const whole = [...row.cells].every(([cell, input]) => (read(cell, input.value) ?? null) !== null);
  return whole && text(row) !== row.element.dataset.returned;
}

function total() {
  const picked = rows.filter((row) => row.ready.checked);
  const sum = picked.flatMap(amounts).reduce((all, amount) => all + (amount ?? 0n), 0n);
  put("ready", picked.length);
  put("picked", wan(sum));
  if (document.getElementById("submit")) {
    put("ready-words", picked.length ? ` ${picked.length} 项` : "");
  }
  rows.forEach((row) => row.element.classList.toggle("sel", row.ready.checked));
}

/** What has been changed since the return, as the server tells it of the rows that are now kept. */
async function tellAgain() {
  const answer = await fetch(form.getAttribute("action"), { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const note of form.querySelectorAll("tr[data-said]")) {
    const told = page.querySelector(`tr[data-said="${note.dataset.said}"] .changes`);
    if (told) {
      note.querySelector(".changes").replaceWith(document.importNode(told, true));
    }
  }
}

if (form) {
  const saving = autosave(form, rows, { told: tellAgain });
  form.addEventListener("input", (event) => {
    const row = byElement.get(event.target.closest("tr[data-no]"));
    if (row) {
      showTotal(row);
      total();
      saving.touched();
    }
  });
  form.addEventListener("change", (event) => {
    const row = byElement.get(event.target.closest("tr[data-no]"));
    if (row && event.target !== row.ready) {
      const wrong = [...row.cells].filter(([cell, input]) => read(cell, input.value) === undefined);
      showFaults(row, wrong.map(([cell, input]) => ({ cell, words: fault(cell, input.value) })));
    }
  });
  document.getElementById("all").addEventListener("change", (event) => {
    rows.forEach((row) => (row.ready.checked = event.target.checked && mended(row)));
    total();
  });
  saveOnDemand(document.getElementById("save"), saving);
  submitAfterSaving(document.getElementById("submit"), saving);
  if (editable) {
    stayOpen(form, rows, [], saving, "MEND");
  }
  rows.forEach(showTotal);
  total();
  grid(form, rows);
}
