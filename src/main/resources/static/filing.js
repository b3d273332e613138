// 承接任务: live totals, ticking, finding one's way in fifty rows, and saving without leaving the page.

import { amounts, changed, fault, read, rows as rowsOf, showTotal, SOURCES, undertaken, wan } from "./cells.js";
import { showFaults } from "./notes.js";
import "./row-note.js";
import { save, sayState, submitAfterSaving } from "./saving.js";

const form = document.getElementById("filing");
const rows = rowsOf(form);
const byElement = new Map(rows.map((row) => [row.element, row]));
const editable = form.dataset.editable === "true";
const contact = [...form.querySelectorAll("[id^='contact-']")].filter((field) => field.matches("input"));
const $ = (id) => document.getElementById(id);
const put = (name, text) => (form.querySelector(`[data-sum="${name}"]`).textContent = text);

/** A row's look follows its tick; the numbers of an unticked row stay, so that a slip costs nothing (spec F4). */
function follow(row) {
  const on = undertaken(row);
  row.element.classList.toggle("on", on);
  row.element.classList.toggle("off", !on);
  row.cells.forEach((input) => (input.disabled = !on || !editable));
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
      place.textContent = got ? ` · 已承接 ${got} 条` : "";
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

const unsaved = () => rows.some(changed) || contact.some((field) => field.value !== field.dataset.saved);

form.addEventListener("input", (event) => {
  const row = byElement.get(event.target.closest("tr[data-no]"));
  if (row) {
    follow(row);
    total();
    if (event.target === row.tick && row.tick.checked) {
      row.cells.values().next().value.focus();
    }
  }
  if (editable && unsaved()) {
    sayState("有未保存的改动");
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

/** What the server says of the contact is shown beside its fields. */
function settleContact(told) {
  for (const field of contact) {
    const words = told.contact[field.name] ?? "";
    const place = $(`${field.id}-e`);
    place.hidden = !words;
    place.querySelector("span").textContent = words;
    words ? field.setAttribute("aria-invalid", "true") : field.removeAttribute("aria-invalid");
    field.dataset.saved = words ? field.dataset.saved : field.value;
  }
  countFaults();
}

const saveAll = () => save(form, rows, contact.map((field) => [field.name, field.value]), settleContact);

$("save")?.addEventListener("click", (event) => {
  event.preventDefault();
  saveAll();
});
submitAfterSaving($("submit"), () => !unsaved() || saveAll());

let leaving = false;
form.addEventListener("submit", () => (leaving = true));
addEventListener("beforeunload", (event) => {
  if (editable && !leaving && unsaved()) {
    event.preventDefault();
  }
});

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

/** Counts down by the server's clock: only the time since the page came is taken from this machine's. */
function countDown() {
  const place = $("left");
  if (!place) {
    return;
  }
  const began = performance.now();
  const millis = Number(place.dataset.end) - Number(place.dataset.now);
  const tick = () => {
    const left = Math.max(0, millis - (performance.now() - began));
    const minutes = Math.floor(left / 60_000);
    place.querySelector("b").textContent = Math.floor(minutes / 1440);
    place.querySelector("span").textContent = `${Math.floor(minutes / 60) % 24} 小时 ${minutes % 60} 分`;
  };
  tick();
  setInterval(tick, 10_000);
}

const bar = $("bar");
const stick = () => document.documentElement.style.setProperty("--stick", innerWidth > 768 ? `${bar.offsetHeight}px` : "0px");
new ResizeObserver(stick).observe(bar);
new IntersectionObserver(([mark]) => bar.classList.toggle("stuck", !mark.isIntersecting)).observe($("mark"));

rows.forEach(follow);
total();
countFaults();
countDown();
if (document.querySelector("#problems [role=alert]")) {
  $("problems").focus();
}
