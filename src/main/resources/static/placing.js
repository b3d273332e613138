// Where the values of a copied block go: to which rows, what they change there, and what does not fit, with the reason.

import { fault, plain, read, undertaken } from "./cells.js";
import { numberOf, ticked, valuesOf } from "./block.js";
import { isShown, label } from "./fields.js";

export const WAYS = { numbers: "numbers", undertaken: "undertaken", every: "every" };

/** The row that each line goes to, by its 序号 or one after the other from the row the cursor is in. */
function targets(shape, rows, start, way) {
  if (way === WAYS.numbers) {
    const byNo = new Map(rows.map((row) => [row.no, row]));
    return shape.lines.map((line) => byNo.get(numberOf(shape, line)));
  }
  const after = rows.slice(rows.indexOf(start)).filter((row) => isShown(row) && (way === WAYS.every || undertaken(row)));
  return shape.lines.map((_, i) => after[i]);
}

const NOTHING = /^\s*[-—－/]?\s*$/;

/** Nothing to undertake: the line says 否, or it holds zeros and blanks only. */
const isIdle = (shape, line) =>
  ticked(shape, line) === false ||
  (ticked(shape, line) !== true && valuesOf(shape, line).every(([cell, text]) => NOTHING.test(text) || read(cell, text) === 0n || Number(text) === 0));

function placeLine(plan, row, values) {
  const cells = [];
  for (const [cell, text] of values) {
    const input = row.cells.get(cell);
    const number = read(cell, text);
    if (!input) {
      NOTHING.test(text) || plan.problems.push({ where: `${row.no} 承接数量`, words: `这一条不填承接数量，没有放“${text.trim()}”。` });
    } else if (number === undefined) {
      plan.problems.push({ where: label(input), words: fault(cell, text) });
    } else if (number !== null && number === read(cell, input.value)) {
      plan.same++;
    } else if (number !== null) {
      cells.push({ cell, input, before: input.value, after: plain(cell, number) });
    }
  }
  return cells;
}

/**
 * What pasting would do: the cells that change, row by row, and everything that stays outside.
 *
 * A row that is not undertaken takes values only if it may be ticked along.
 */
export function place(shape, rows, start, way, mayTick) {
  const plan = { entries: [], problems: [], same: 0, idle: 0, unticked: 0 };
  if (shape.tooWide) {
    plan.problems.push({ where: `右边 ${shape.tooWide} 列`, words: "超出了表格，没有放进去。" });
  }
  const to = targets(shape, rows, start, way);
  const beyond = to.filter((row) => !row).length;
  if (beyond && way !== WAYS.numbers) {
    plan.problems.push({ where: `最后 ${beyond} 行`, words: "下面没有可填的行了。" });
  }
  shape.lines.forEach((line, i) => {
    const row = to[i];
    const values = valuesOf(shape, line);
    if (!row) {
      if (way === WAYS.numbers && values.length) {
        plan.problems.push({ where: numberOf(shape, line) || `第 ${i + 1} 行`, words: "不在本校可承接的条目里。" });
      }
      return;
    }
    if (undertaken(row) && ticked(shape, line) === false) {
      plan.problems.push({ where: row.no, words: "粘贴的内容里标为不承接，这一行没有改动。" });
      return;
    }
    const off = !undertaken(row);
    if (off && isIdle(shape, line)) {
      plan.idle++;
      return;
    }
    if (off) {
      plan.unticked++;
      if (!mayTick) {
        plan.problems.push({ where: row.no, words: "没有勾选“是否承接”。" });
        return;
      }
    }
    const cells = placeLine(plan, row, values);
    if (cells.length || off) {
      plan.entries.push({ row, tick: off, cells });
    }
  });
  return plan;
}
