// 粘贴: a block copied from a workbook is shown as what it would change, and fills the cells as one step once that is
// confirmed. A single value is left to the browser.

import { isBlank, layout, parse } from "./block.js";
import { undertaken } from "./cells.js";
import { byField, column, enter, fieldsOf, isOpen, setTo, TICK } from "./fields.js";
import { place, WAYS } from "./placing.js";

const LONGEST = 500_000;
const $ = (id) => document.getElementById(id);

/** Before → after of one cell, for reading and for hearing. */
function change(cell) {
  const before = document.createElement("del");
  before.textContent = cell.before.trim() || "空";
  const after = document.createElement("ins");
  after.textContent = cell.after;
  return [before, " → ", after];
}

function rowOf(entry) {
  const row = $("paste-row").content.firstElementChild.cloneNode(true);
  const no = document.createElement("b");
  no.textContent = entry.row.no;
  row.cells[0].append(no, ` ${entry.row.element.querySelector(".tx").firstChild.textContent}`);
  if (entry.tick) {
    const tick = document.createElement("span");
    tick.className = "flag";
    tick.textContent = "一并勾选";
    row.cells[0].append(" ", tick);
  }
  for (const cell of entry.cells) {
    const place = document.createElement("span");
    place.append(...change(cell));
    row.querySelector(`[data-cell="${cell.cell}"]`).append(place);
  }
  return row;
}

function problemOf(problem) {
  const line = $("paste-fault").content.firstElementChild.cloneNode(true);
  const where = document.createElement("b");
  where.textContent = problem.where;
  line.querySelector("span").append(where, `：${problem.words}`);
  return line;
}

const cellsIn = ({ entries }) => entries.reduce((sum, entry) => sum + entry.cells.length, 0);

function show(plan, lines) {
  const cells = cellsIn(plan);
  const parts = [`将改动 ${cells} 格`, plan.same && `${plan.same} 格与原来相同`, plan.idle && `${plan.idle} 行不承接或全是 0，不动`];
  $("paste-head").textContent = `粘贴 ${lines} 行`;
  $("paste-sum").textContent = `${parts.filter(Boolean).join("，")}。空白的格不改原来的内容。`;
  $("paste-tick").hidden = plan.unticked === 0;
  $("paste-unticked").textContent = plan.unticked;
  $("paste-scroll").hidden = plan.entries.length === 0;
  $("paste-scroll").querySelector("tbody").replaceChildren(...plan.entries.map(rowOf));
  $("paste-outside").hidden = plan.problems.length === 0;
  $("paste-outside-head").textContent = `放不进去的 ${plan.problems.length} 处，其余照常填入`;
  $("paste-outside").querySelector("ul").replaceChildren(...plan.problems.map(problemOf));
  $("paste-go").textContent = cells || !plan.entries.length ? `填入 ${cells} 格` : `勾选 ${plan.entries.length} 条`;
  $("paste-go").disabled = plan.entries.length === 0;
}

export function pasting(form, rows, together, say) {
  const dialog = $("paste");
  const ways = [...dialog.querySelectorAll("[name=way]")];
  const mayTick = $("paste-tick").querySelector("input");
  const rowsByField = byField(rows);
  let shape, start, origin, plan;

  const replan = () => {
    plan = place(shape, rows, start, ways.find((way) => way.checked).value, mayTick.checked);
    show(plan, shape.lines.length);
  };

  /** The likeliest way is chosen beforehand: by 序号 if there is one, else from the cursor on. */
  function open(block, field) {
    origin = field;
    start = rowsByField.get(field);
    const first = column(field);
    shape = layout(block, rows.map((row) => row.no), first);
    const possible = [shape.numbered && WAYS.numbers, undertaken(start) && WAYS.undertaken, start.tick && WAYS.every].filter(Boolean);
    for (const way of ways) {
      way.checked = way.value === possible[0];
      way.parentElement.hidden = !possible.includes(way.value);
    }
    dialog.querySelectorAll("[data-start]").forEach((place) => (place.textContent = start.no));
    mayTick.checked = true;
    replan();
    dialog.returnValue = "";
    dialog.showModal();
    $("paste-go").focus();
  }

  function apply() {
    if (!isOpen(form)) {
      return;
    }
    // A cell that somebody else has changed meanwhile is not what was looked at.
    const still = plan.entries.map((entry) => ({ ...entry, cells: entry.cells.filter((cell) => cell.input.value === cell.before) }));
    together(() => {
      for (const entry of still) {
        if (entry.tick) {
          setTo(fieldsOf(entry.row).get(TICK), true);
        }
        entry.cells.forEach((cell) => setTo(cell.input, cell.after));
      }
    });
    const passed = cellsIn(plan) - cellsIn({ entries: still });
    say(`已填入 ${cellsIn({ entries: still })} 格，可以撤销${passed ? `；${passed} 格刚被别人改动，没有填入` : ""}`);
  }

  // While the dialog is open nothing behind it takes the focus, so ticking many rows does not scroll the page.
  $("paste-go").addEventListener("click", () => apply());
  dialog.addEventListener("close", () => enter(origin.disabled ? fieldsOf(start).get(TICK) : origin));
  ways.forEach((way) => way.addEventListener("change", replan));
  mayTick.addEventListener("change", replan);

  form.addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text/plain");
    if (!isOpen(form) || !rowsByField.has(event.target) || event.target.disabled || !/[\t\r\n]/.test(text.replace(/[\r\n]+$/, ""))) {
      return;
    }
    event.preventDefault();
    const block = text.length > LONGEST ? [] : parse(text);
    if (block.every((line) => line.every(isBlank))) {
      say(text.length > LONGEST ? "粘贴的内容太多，没有填入。请只复制要填的部分" : "粘贴的内容是空的，没有填入");
      return;
    }
    open(block, event.target);
  });
}
