// Several cells at once: picked with Shift and the arrows, by dragging or with Shift and a click; copied as a block for a
// workbook, or emptied. The cursor stays in the cell one began with.

import { CELLS, undertaken } from "./cells.js";
import { byField, column, isOpen, isShown, isTick, setTo } from "./fields.js";

const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

export function picking(form, rows, together, say) {
  const rowOf = byField(rows);
  const isCell = (field) => rowOf.has(field) && !isTick(field) && !field.disabled;
  let begun = null;
  let end = null;
  let marked = [];

  const at = (field) => [rows.indexOf(rowOf.get(field)), CELLS.indexOf(column(field))];
  const span = (a, b) => [Math.min(a, b), Math.max(a, b)];

  /** The picked block: its rows in view, and the columns of each; a cell that takes nothing is undefined. */
  function block() {
    const [top, left] = at(begun);
    const [first, last] = span(top, end[0]);
    const [from, to] = span(left, end[1]);
    const cells = CELLS.slice(from, to + 1);
    return rows
      .slice(first, last + 1)
      .filter((row) => isShown(row) && undertaken(row))
      .map((row) => cells.map((cell) => row.cells.get(cell)));
  }

  function drop() {
    marked.forEach((cell) => cell.classList.remove("picked"));
    marked = [];
    begun = end = null;
  }

  function pick(from, to) {
    marked.forEach((cell) => cell.classList.remove("picked"));
    begun = from;
    end = to;
    const picked = block();
    marked = picked.flat().filter(Boolean).map((field) => field.closest("td"));
    marked.forEach((cell) => cell.classList.add("picked"));
    say(`已选 ${picked.length} 行 × ${picked[0].length} 列`);
  }

  /** One row or column further, past the rows that are not in view or not undertaken. */
  function further([row, cell], [down, right]) {
    let next = row + down;
    while (down && rows[next] && !(isShown(rows[next]) && undertaken(rows[next]))) {
      next += down;
    }
    return [rows[next] ? next : row, Math.min(CELLS.length - 1, Math.max(0, cell + right))];
  }

  const wholeText = (field) => field.selectionStart === 0 && field.selectionEnd === field.value.length;

  form.addEventListener("keydown", (event) => {
    const field = event.target;
    const step = STEPS[event.key];
    if (!isCell(field) || event.isComposing || event.altKey || event.metaKey) {
      return;
    }
    if (step && event.shiftKey && !event.ctrlKey && (begun || step[0] || wholeText(field))) {
      event.preventDefault();
      pick(begun ?? field, further(end ?? at(field), step));
      rows[end[0]].element.scrollIntoView({ block: "nearest", behavior: "instant" });
    } else if (begun && (event.key === "Delete" || event.key === "Backspace")) {
      event.preventDefault();
      if (!isOpen(form)) {
        return;
      }
      const fields = block().flat().filter((one) => one && !one.disabled && one.value !== "");
      together(() => fields.forEach((one) => setTo(one, "")));
      drop();
      say(`已清空 ${fields.length} 格，可以撤销`);
    } else if (begun && !["Shift", "Control"].includes(event.key) && !event.ctrlKey) {
      drop();
      if (event.key === "Escape") {
        event.preventDefault();
      }
    }
  });

  form.addEventListener("copy", (event) => {
    if (begun && event.target === begun) {
      const picked = block();
      event.preventDefault();
      event.clipboardData.setData("text/plain", picked.map((line) => line.map((field) => field?.value ?? "-").join("\t")).join("\r\n"));
      say(`已复制 ${picked.length} 行 × ${picked[0].length} 列`);
    }
  });

  form.addEventListener("pointerdown", (event) => {
    const field = event.target;
    if (event.shiftKey && isCell(field) && isCell(document.activeElement) && field !== document.activeElement) {
      event.preventDefault();
      pick(document.activeElement, at(field));
    } else {
      drop();
    }
  });
  // A finger that moves is scrolling.
  form.addEventListener("pointerover", (event) => {
    const from = document.activeElement;
    const field = event.target.closest("td")?.querySelector("input.cell");
    if (event.buttons === 1 && event.pointerType === "mouse" && field && isCell(field) && isCell(from) && (begun || field !== from)) {
      pick(from, at(field));
    }
  });
  form.addEventListener("focusin", drop);
  form.addEventListener("paste", drop);
}
