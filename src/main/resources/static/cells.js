// What a cell means and how a row is told: shared by the form and by the returned rows. The server judges; this
// only says the same sooner. Amounts are whole yuan in BigInt, so sums are exact (spec F2, F3).

export const CELLS = ["quantity", "self-raised", "industry", "sponsor", "local"];
export const SOURCES = CELLS.slice(1);

const MOST_YUAN = 99_999_999_999n;
const MOST_QUANTITY = 9_999_999n;

const SPACE = /[\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;
const GROUPED = /^[1-9]\d{0,2}(?:(?:,\d{3})+|(?: \d{3})+)(?:\.\d*)?$/;
const WHOLE = /^(0{0,20}[1-9]\d{0,30})(?:\.0{1,20})?$/;
const DECIMAL = /^(\d{1,30})(?:\.(\d{1,4})0{0,20})?(?:万元)?$/;

const strip = (text) => text.replace(/^ +| +$/g, "");

/** What input methods and Excel give for the same number; word for word what the server does (Reading.java). */
function tidy(typed) {
  const narrow = typed.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/[\u200b\ufeff]/g, "");
  const text = strip(narrow.replace(SPACE, " ").replaceAll("。", "."));
  const unit = text.endsWith("万元") ? "万元" : "";
  const number = strip(text.slice(0, text.length - unit.length));
  return (GROUPED.test(number) ? number.replace(/[, ]/g, "") : number) + unit;
}

/** Whole digits in a cell's own unit, however large; null for a blank, undefined for what is no such number. */
function digits(cell, typed) {
  const text = tidy(typed);
  if (text === "") {
    return null;
  }
  if (cell === "quantity") {
    const [, whole] = WHOLE.exec(text) ?? [];
    return whole === undefined ? undefined : BigInt(whole);
  }
  const [, whole, fraction = ""] = DECIMAL.exec(text) ?? [];
  return whole === undefined ? undefined : BigInt(whole) * 10_000n + BigInt(fraction.padEnd(4, "0"));
}

const most = (cell) => (cell === "quantity" ? MOST_QUANTITY : MOST_YUAN);

/** The number in a cell, in its own unit (pieces, yuan); null for a blank, undefined for what is no such number. */
export function read(cell, typed) {
  const number = digits(cell, typed);
  return number === undefined || number === null || number <= most(cell) ? number : undefined;
}

/** What is wrong with a cell, in the server's words. */
export function fault(cell, typed) {
  const letters = [...typed.trim()];
  const shown = letters.length <= 20 ? letters.join("") : letters.slice(0, 20).join("") + "…";
  const exceeds = digits(cell, typed) > most(cell);
  if (cell === "quantity") {
    return `${exceeds ? "最多 9,999,999" : "应为不小于 1 的整数"}，现在填的是“${shown}”。`;
  }
  return exceeds
    ? `最多 9,999,999.9999 万元，现在填的是“${shown}”，请核对单位是不是万元。`
    : `应为 0 或正数，最多 4 位小数，单位是万元，现在填的是“${shown}”。`;
}

/** A number as a person types it, and as the server writes it back: 1046.5 */
export const plain = (cell, number) => (cell === "quantity" ? `${number}` : wan(number).replaceAll(",", ""));

/** Yuan as 万元: 1,046.5 */
export function wan(yuan) {
  const whole = (yuan / 10_000n).toString().replace(/\B(?=(\d{3})+$)/g, ",");
  const fraction = (yuan % 10_000n).toString().padStart(4, "0").replace(/0+$/, "");
  return fraction ? `${whole}.${fraction}` : whole;
}

/** The rows of the table, each with its cells at hand. */
export function rows(form) {
  return [...form.querySelectorAll("tr[data-no]")].map((element) => ({
    element,
    no: element.dataset.no,
    task: element.dataset.task,
    tick: element.querySelector("input[name^='on-']"),
    ready: element.querySelector("input[name^='ready-']"),
    version: element.querySelector("input[name^='version-']"),
    total: element.querySelector(".sum-row"),
    cells: new Map([...element.querySelectorAll("input.cell")].map((input) => [input.dataset.cell, input])),
    // How its saving stands: the contents sent without an answer yet, the content last answered as not to be kept,
    // whether two contents wait to be chosen from, and what somebody else has stored while the cursor stood in it.
    inDoubt: [],
    answered: null,
    clashing: false,
    theirs: null,
  }));
}

export const undertaken = (row) => !row.tick || row.tick.checked;

const known = new WeakMap();

/** What a cell holds; read anew only when its text has changed, for the totals ask every cell at every key. */
export function held(cell, input) {
  const text = input.value;
  const last = known.get(input);
  if (last?.text === text) {
    return last.number;
  }
  const number = read(cell, text);
  known.set(input, { text, number });
  return number;
}

/** A row in one text, blanks where it is not undertaken: 1|2|6|5|4|1, as the server writes data-saved. */
export function text(row) {
  const on = undertaken(row);
  const cells = CELLS.map((cell) => {
    const input = row.cells.get(cell);
    const value = on && input ? held(cell, input) : null;
    return value === undefined ? input.value : value === null ? "" : plain(cell, value);
  });
  return [on ? "1" : "0", ...cells].join("|");
}

/** What the server keeps of a row, cell by cell. */
export function storedCells(saved) {
  const [on, ...cells] = saved.split("|");
  return { on: on === "1", cells: new Map(CELLS.map((cell, i) => [cell, cells[i]])) };
}

/** The row starts from what the server keeps from now on; its fields are made from that version. */
export function startFrom(row, stored) {
  row.version.value = `${stored.version}|${row.tick ? stored.saved : stored.saved.replace(/^1/, "-")}`;
  row.element.dataset.saved = stored.saved;
}

/** Puts what the server keeps into the fields. */
export function fill(row, stored) {
  const { on, cells } = storedCells(stored.saved);
  startFrom(row, stored);
  if (row.tick) {
    row.tick.checked = on;
  }
  row.cells.forEach((input, cell) => (input.value = cells.get(cell)));
  row.element.dispatchEvent(new Event("input", { bubbles: true }));
}

export const versionOf = (row) => Number.parseInt(row.version.value, 10);

/** Whether the row differs from what the server last said it keeps. */
export const changed = (row) => text(row) !== row.element.dataset.saved;

/** The amounts of a row by source; null where one is blank or malformed. */
export function amounts(row) {
  return SOURCES.map((source) => held(source, row.cells.get(source)) ?? null);
}

export function showTotal(row) {
  const given = amounts(row).filter((amount) => amount !== null);
  row.total.textContent = given.length ? wan(given.reduce((sum, amount) => sum + amount, 0n)) : "";
}
