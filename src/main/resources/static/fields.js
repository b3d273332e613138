// The fields of the table by row and column, the tick being a column of its own: shared by moving, undoing, pasting.

export const TICK = "tick";

export const isTick = (field) => field.type === "checkbox";
export const column = (field) => field.dataset.cell ?? TICK;
export const content = (field) => (isTick(field) ? field.checked : field.value);

/** 3.2 学校自筹; 承接 3.2 is its tick. */
export const label = (field) =>
  isTick(field) ? field.getAttribute("aria-label").split(" ").slice(0, 2).join(" ") : field.getAttribute("aria-label").replace(/（.*$/, "");

/** The fields of a row from left to right, by column. */
export function fieldsOf(row) {
  const tick = row.tick ?? row.ready;
  return new Map([...(tick ? [[TICK, tick]] : []), ...row.cells]);
}

export const isShown = (row) => !row.element.hidden && !row.element.parentElement.hidden;

/** The rows by their fields. */
export const byField = (rows) => new Map(rows.flatMap((row) => [...fieldsOf(row).values()].map((field) => [field, row])));

/** Whether the form takes anything: its time may be over, or a colleague has submitted it, while the page stands. */
export const isOpen = (form) => form.dataset.editable === "true";

/** Fills a field as if it had been typed: whoever listens for input (totals, faults, saving) is told. */
export function setTo(field, to) {
  isTick(field) ? (field.checked = to) : (field.value = to);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Puts the cursor there, the whole text selected, with the field clear of everything that sticks. */
export function enter(field) {
  field.focus({ preventScroll: true });
  field.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
  if (!isTick(field)) {
    field.select();
  }
}
