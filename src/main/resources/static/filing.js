// 承接任务: live totals, ticking, and finding one's way in fifty rows.

import { amounts, fault, read, rows as rowsOf, showTotal, SOURCES, undertaken, wan } from "./cells.js";
import { grid } from "./grid.js";
import "./help.js";
import "./missing.js";
import { showFaults } from "./notes.js";
import "./row-note.js";
import { autosave, saveOnDemand, submitAfterSaving } from "./saving.js";
import { stayOpen } from "./staying.js";

const form = document.getElementById("filing");
const rows = rowsOf(form);
const byElement = new Map(rows.map((row) => [row.element, row]));
const contact = [...form.querySelectorAll("[id^='contact-']")].filter((field) => field.matches("input"));
const $ = (id) => document.getElementById(id);
const put = (name, text) => (form.querySelector(`[data-sum="${name}"]`).textContent = text);

/** A row's look follows its tick; the numbers of an unticked row stay, so that a slip costs nothing (spec F4). */
function follow(row) {
  const on = undertaken(row);
  row.element.classList.toggle("on", on);
  row.element.classList.toggle("off", !on);
  row.cells.forEach((input) => (input.disabled = !on));
  showTotal(row);
}

/** The summary line: tasks, not rows, and five exact sums (spec F3). */
function total() {
  const on = rows.filter(undertaken);
  const sums = on.map(amounts).reduce((all, row) => all.map((sum, i) => sum + (row[i] ?? 0n)), SOURCES.map(() => 0n));
  put("tasks", new Set(on.map((row) => row.task)).size);
  put("rows", on.length);
  put("total", wan(sums.reduce((a, b) => a + b)));
  SOURCES.forEach((source, i) => put(source, wan(sums[i])));
  for (const body of form.querySelectorAll("tbody[data-area]")) {
    const got = body.querySelectorAll("tr.on").length;
    const place = body.querySelector("[data-got]");
    if (place) {
      place.textContent = got ? `· 已承接 ${got} 条` : "";
    }
  }
}

function countFaults() {
  const first = form.querySelector("[aria-invalid=true]");
  const link = $("to-fault");
  link.hidden = !first;
  if (first) {
    link.href = `#${first.id}`;
    link.querySelector("span").textContent = `${form.querySelectorAll("[aria-invalid=true]").length} 处要改正`;
  }
}

form.addEventListener("input", (event) => {
  const row = byElement.get(event.target.closest("tr[data-no]"));
  if (row) {
    follow(row);
    total();
    if (event.target === row.tick && row.tick.checked) {
      row.cells.values().next().value.focus();
    }
  }
  if (row || contact.includes(event.target)) {
    saving.touched();
  }
});

/** On leaving a cell, so that nobody is corrected in the middle of a number. */
form.addEventListener("change", (event) => {
  const row = byElement.get(event.target.closest("tr[data-no]"));
  if (row) {
    const wrong = undertaken(row) ? [...row.cells].filter(([cell, input]) => read(cell, input.value) === undefined) : [];
    showFaults(row, wrong.map(([cell, input]) => ({ cell, words: fault(cell, input.value) })));
    countFaults();
  }
});

/** What the server says of the contact is shown beside its fields, and what it keeps is what they start from. */
function settleContact(answer, sent) {
  if (!sent) {
    return;
  }
  for (const field of contact) {
    const words = answer.contact[field.name] ?? "";
    const place = $(`${field.id}-e`);
    place.hidden = !words;
    place.querySelector("span").textContent = words;
    words ? field.setAttribute("aria-invalid", "true") : field.removeAttribute("aria-invalid");
    const stored = answer.storedContact[field.name];
    if (!words && field !== document.activeElement && field.value === field.dataset.saved) {
      field.value = stored;
    }
    field.dataset.saved = stored;
    form.querySelector(`[name="was-${field.name}"]`).value = stored;
  }
}

const saving = autosave(form, rows, {
  contact,
  told: (answer, contactSent) => {
    settleContact(answer, contactSent);
    countFaults();
  },
});

saveOnDemand($("save"), saving);
submitAfterSaving($("submit"), saving);

function filter() {
  const words = $("find").value.trim();
  const only = $("only").checked;
  let any = false;
  for (const body of form.querySelectorAll("tbody[data-area]")) {
    let shown = 0;
    for (const element of body.querySelectorAll("tr[data-no]")) {
      const row = byElement.get(element);
      const fits = !words || row.no === words || row.no.startsWith(`${words}.`) || element.querySelector(".tx").textContent.includes(words);
      const show = fits && (!only || undertaken(row));
      element.hidden = !show;
      shown += show ? 1 : 0;
      for (let note = element.nextElementSibling; note?.classList.contains("note"); note = note.nextElementSibling) {
        note.hidden = !show;
      }
    }
    body.hidden = shown === 0 && (only || words !== "");
    any ||= shown > 0;
  }
  $("none").hidden = any;
  form.querySelector("table").hidden = !any;
}

$("find").addEventListener("input", filter);
$("find").addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
$("only").addEventListener("change", filter);
$("clear").addEventListener("click", () => {
  $("find").value = "";
  $("only").checked = false;
  filter();
  $("find").focus();
});
$("jump").addEventListener("change", () => {
  const place = $($("jump").value);
  $("jump").value = "";
  place?.closest("tbody").removeAttribute("hidden");
  place?.scrollIntoView();
});

const bar = $("bar");
const stick = () => document.documentElement.style.setProperty("--stick", innerWidth > 768 ? `${bar.offsetHeight}px` : "0px");
new ResizeObserver(stick).observe(bar);
new IntersectionObserver(([mark]) => bar.classList.toggle("stuck", !mark.isIntersecting)).observe($("mark"));

rows.forEach(follow);
total();
countFaults();
grid(form, rows);
if (form.dataset.editable === "true") {
  stayOpen(form, rows, contact, saving, "FILE");
}
if (document.querySelector("#problems [role=alert]")) {
  $("problems").focus();
}
