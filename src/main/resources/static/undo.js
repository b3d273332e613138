// 撤销, 重做: over the ticks and cells of the whole form. What is typed into a cell during one visit is one step, and so is
// a paste as a whole. Nothing is undone that has been changed since by somebody else.

import { byField, content, enter, isOpen, isTick, label, setTo } from "./fields.js";

const MOST = 500;

export function history(form, rows, say) {
  const rowOf = byField(rows);
  const known = new Map([...rowOf.keys()].map((field) => [field, content(field)]));
  const buttons = { undo: document.getElementById("undo"), redo: document.getElementById("redo") };
  const past = [];
  const future = [];
  let visit = 0;
  let gathered = null;
  let replaying = false;

  function show() {
    buttons.undo.setAttribute("aria-disabled", past.length === 0);
    buttons.redo.setAttribute("aria-disabled", future.length === 0);
  }

  function add(changes) {
    past.push({ visit, changes });
    past.splice(0, past.length - MOST);
  }

  /** A field has another content than it was known to have. */
  function note(field) {
    const before = known.get(field);
    const after = content(field);
    known.set(field, after);
    if (before === after || replaying) {
      return;
    }
    if (gathered) {
      gathered.push({ field, before, after });
      return;
    }
    const last = past.at(-1);
    const same = last?.visit === visit && !isTick(field) && last.changes.length === 1 && last.changes[0].field === field;
    if (!same) {
      add([{ field, before, after }]);
    } else if (last.changes[0].before === after) {
      past.pop();
    } else {
      last.changes[0].after = after;
    }
    future.length = 0;
    show();
  }

  /** What {@code act} changes is one step. */
  function together(act) {
    gathered = [];
    act();
    const changes = gathered;
    gathered = null;
    if (changes.length) {
      add(changes);
      future.length = 0;
      show();
    }
  }

  /** What comes to a row as a whole is somebody else's, or was kept by the browser: it is nobody's step here. */
  function noted(event) {
    if (rowOf.has(event.target)) {
      note(event.target);
    } else if (event.target.matches("tr")) {
      [...rowOf.keys()].filter((field) => event.target.contains(field)).forEach((field) => known.set(field, content(field)));
    }
  }

  /** Moves the last step from one pile to the other, and the fields to that side of it. */
  function turn(from, to, side, word) {
    const step = isOpen(form) && from.pop();
    if (!step) {
      return;
    }
    const other = side === "before" ? "after" : "before";
    const changes = side === "before" ? [...step.changes].reverse() : step.changes;
    const open = changes.filter((change) => content(change.field) === change[other]);
    replaying = true;
    open.forEach((change) => setTo(change.field, change[side]));
    replaying = false;
    visit++;
    const first = step.changes[0].field;
    const what = changes.length === 1 ? label(first) : `${label(first)} 等 ${changes.length} 格`;
    if (open.length) {
      to.push({ visit: -1, changes: step.changes });
      say(`已${word}：${what}`);
      goTo(open.at(-1).field);
    } else {
      say(`${what}此后已有别的改动，没有${word}`);
    }
    show();
  }

  /** To the cell, so that it is seen; from a button only into view, so that it can be pressed again. */
  function goTo(field) {
    const there = field.disabled ? [...rowOf.keys()].find((one) => rowOf.get(one) === rowOf.get(field) && isTick(one)) : field;
    if (document.activeElement?.closest("#undo, #redo")) {
      there.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    } else {
      enter(there);
    }
  }

  const undo = () => turn(past, future, "before", "撤销");
  const redo = () => turn(future, past, "after", "重做");

  /** Other fields have a history of their own, the browser's. */
  const elsewhere = (target) => target.closest("dialog[open], textarea, select, input:not([type=checkbox])") && !rowOf.has(target);

  document.addEventListener("keydown", (event) => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing || (key !== "z" && key !== "y") || elsewhere(event.target)) {
      return;
    }
    event.preventDefault();
    key === "y" || event.shiftKey ? redo() : undo();
  });
  // The browser's own menu: 撤销, 重做.
  form.addEventListener("beforeinput", (event) => {
    if (rowOf.has(event.target) && event.inputType.startsWith("history")) {
      event.preventDefault();
      event.inputType === "historyUndo" ? undo() : redo();
    }
  });
  buttons.undo.addEventListener("click", undo);
  buttons.redo.addEventListener("click", redo);
  form.addEventListener("input", noted);
  form.addEventListener("change", noted);
  form.addEventListener("focusin", (event) => {
    visit++;
    // What has come from elsewhere meanwhile is nobody's step.
    if (rowOf.has(event.target)) {
      known.set(event.target, content(event.target));
    }
  });
  show();
  return { together };
}
