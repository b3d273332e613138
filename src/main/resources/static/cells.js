// What a cell means and how a row is told: shared by the form and by the returned rows. The server judges; this
// only says the same sooner. Amounts are whole yuan in BigInt, so sums are exact (spec F2, F3).

export const CELLS = ["quantity", "self-raised", "industry", "sponsor", "local"];
export const SOURCES = CELLS.slice(1);

const MOST_YUAN = 99_999_999_999n;
const MOST_QUANTITY = 9_999_999n;

/** Full-width digits and thousands separators mean the same number. */
function tidy(typed) {
  const text = typed.normalize("NFKC").replace("。", ".").replace("\u200b", "").trim();
  return /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(text) ? text.replaceAll(",", "") : text;
}

/** The number in a cell, in its own unit (pieces, yuan); null for a blank, undefined for what is no such number. */
export function read(cell, typed) {
  const text = tidy(typed);
  if (text === "") {
    return null;
  }
  if (cell === "quantity") {
    const whole = /^0*[1-9]\d*$/.test(text) ? BigInt(text) : undefined;
    return whole !== undefined && whole <= MOST_QUANTITY ? whole : undefined;
  }
  const [, whole, fraction = ""] = /^(\d+)(?:\.(\d{1,4})0*)?$/.exec(text) ?? [];
  if (whole === undefined) {
    return undefined;
  }
  const yuan = BigInt(whole) * 10_000n + BigInt(fraction.padEnd(4, "0"));
  return yuan <= MOST_YUAN ? yuan : undefined;
}

/** What is wrong with a cell, in the server's words. */
export function fault(cell, typed) {
  const shown = typed.trim().length <= 20 ? typed.trim() : typed.trim().slice(0, 20) + "…";
  return cell === "quantity"
    ? `应为不小于 1 的整数，最多 9,999,999，现在填的是“${shown}”。`
    : `应为 0 或正数，最多 4 位小数，单位是万元，现在填的是“${shown}”。`;
}

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

/** A row in one text, blanks where it is not undertaken: 1|2|6|5|4|1, as the server writes data-saved. */
export function text(row) {
  const on = undertaken(row);
  const cells = CELLS.map((cell) => {
    const input = row.cells.get(cell);
    const value = on && input ? read(cell, input.value) : null;
    return value === undefined ? input.value : value === null ? "" : cell === "quantity" ? `${value}` : wan(value).replaceAll(",", "");
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
  return SOURCES.map((source) => read(source, row.cells.get(source).value) ?? null);
}

export function showTotal(row) {
  const given = amounts(row).filter((amount) => amount !== null);
  row.total.textContent = given.length ? wan(given.reduce((sum, amount) => sum + amount, 0n)) : "";
}
