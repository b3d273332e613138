// Moving among the cells by keys, as in a spreadsheet. Keys with Alt or Meta are left to the browser and to screen
// readers, and so is everything while an input method is composing.

import { byField, column, content, enter, fieldsOf, isOpen, isShown, isTick, setTo } from "./fields.js";

const usable = (field) => field && !field.disabled;

/** Where the cursor stands in the text: an arrow leaves the cell only where it could not move inside. */
const whole = (field) => field.selectionStart === 0 && field.selectionEnd === field.value.length;
const atStart = (field) => isTick(field) || whole(field) || field.selectionEnd === 0;
const atEnd = (field) => isTick(field) || whole(field) || field.selectionStart === field.value.length;

export function moves(form, rows) {
  const rowOf = byField(rows);
  let entered = null;
  let byPointer = false;

  const below = (field, step) => {
    for (let i = rows.indexOf(rowOf.get(field)) + step; rows[i]; i += step) {
      const there = fieldsOf(rows[i]).get(column(field));
      if (isShown(rows[i]) && usable(there)) {
        return there;
      }
    }
    return undefined;
  };
  const inRow = (row) => [...fieldsOf(row).values()].filter(usable);
  const beside = (field, step) => {
    const all = inRow(rowOf.get(field));
    return all[all.indexOf(field) + step];
  };
  const corner = (last) => {
    const shown = rows.filter((row) => isShown(row) && inRow(row).length);
    const row = shown.at(last ? -1 : 0);
    return row && inRow(row).at(last ? -1 : 0);
  };

  /** Where a key leads; undefined where it stays the browser's, the field itself where there is nowhere to go. */
  function target(event, field) {
    switch (event.key) {
      case "Enter":
        return below(field, event.shiftKey ? -1 : 1) ?? field;
      case "Home":
        return event.ctrlKey ? corner(false) : event.shiftKey || !atStart(field) ? undefined : inRow(rowOf.get(field)).at(0);
      case "End":
        return event.ctrlKey ? corner(true) : event.shiftKey || !atEnd(field) ? undefined : inRow(rowOf.get(field)).at(-1);
    }
    if (event.shiftKey || event.ctrlKey) {
      return undefined;
    }
    switch (event.key) {
      case "ArrowDown":
        return below(field, 1) ?? field;
      case "ArrowUp":
        return below(field, -1) ?? field;
      case "ArrowRight":
        return atEnd(field) ? (beside(field, 1) ?? field) : undefined;
      case "ArrowLeft":
        return atStart(field) ? (beside(field, -1) ?? field) : undefined;
      default:
        return undefined;
    }
  }

  /** F2 puts the cursor behind the text; Esc brings back what was there when the cell was entered. */
  function inPlace(event, field) {
    if (event.key === "F2" && !isTick(field)) {
      field.setSelectionRange(field.value.length, field.value.length);
      return true;
    }
    if (event.key === "Escape" && isOpen(form) && entered?.field === field && entered.content !== content(field)) {
      setTo(field, entered.content);
      enter(field);
      return true;
    }
    return false;
  }

  form.addEventListener("keydown", (event) => {
    const field = event.target;
    if (!rowOf.has(field) || event.defaultPrevented || event.altKey || event.metaKey || event.isComposing || event.keyCode === 229) {
      return;
    }
    const to = inPlace(event, field) ? field : target(event, field);
    if (to) {
      event.preventDefault();
      if (to !== field) {
        enter(to);
      }
    }
  });

  form.addEventListener("pointerdown", () => (byPointer = true));
  form.addEventListener("focusin", (event) => {
    const field = event.target;
    if (rowOf.has(field)) {
      entered = { field, content: content(field) };
      if (!byPointer && !isTick(field)) {
        field.select();
      }
    }
    byPointer = false;
  });
}
