// A block copied from Excel, WPS or LibreOffice: its texts, and what each of its columns is.

import { CELLS, read, SOURCES } from "./cells.js";
import { TICK } from "./fields.js";

const NO = "no";
const TOTAL = "total";
const TITLE = "title";
const HEADS = {
  序号: NO, 编号: NO, 工作任务: TITLE, 任务: TITLE, 是否承接: TICK, 承接: TICK, 承接数量: "quantity", 数量: "quantity", 汇总: TOTAL,
  合计: TOTAL, 学校自筹: "self-raised", 自筹: "self-raised", 行业企业投入: "industry", 行业企业: "industry", 举办方投入: "sponsor",
  举办方: "sponsor", 地市县投入: "local", 地市级投入: "local", 地市县: "local",
};
const YES = /^(是|√|✓|✔|☑|y|yes|true|1|承接)$/i;
const NOT = /^(否|×|✗|x|n|no|false|0|不承接|-|—)$/i;

const bare = (text) => text.replace(/[\s\u200b\ufeff]+/g, "");
const head = (text) => HEADS[bare(text).replace(/[（(].*$/, "")];
export const isBlank = (text) => text === undefined || bare(text) === "";
export const says = (text) => (isBlank(text) ? null : YES.test(bare(text)) ? true : NOT.test(bare(text)) ? false : null);

/** The texts by row and column; a text with tabs, line breaks or quotes in it comes in quotes. */
export function parse(text) {
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/y;
  const block = [[]];
  while (cell.lastIndex < text.length) {
    const [, quoted, plain, end] = cell.exec(text);
    block.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== "\t" && cell.lastIndex < text.length) {
      block.push([]);
    }
  }
  while (block.length && block.at(-1).every(isBlank)) {
    block.pop();
  }
  return block;
}

/** The columns by their heads, which may stand in two rows under a title; null where there are none. */
function byHeads(block) {
  const heads = block.slice(0, 15).map((row) => row.map(head));
  let at = heads.findIndex((row) => row.includes(NO));
  if (at < 0) {
    at = heads.findIndex((row) => row.filter((key) => CELLS.includes(key)).length > 1);
  }
  if (at < 0) {
    return null;
  }
  const columns = [...heads[at]];
  const second = heads[at + 1] ?? [];
  const two = second.some((key) => key);
  second.forEach((key, i) => (columns[i] ??= key));
  return { columns, lines: block.slice(at + (two ? 2 : 1)) };
}

const columnOf = (block, i) => block.map((row) => row[i]).filter((text) => !isBlank(text));

/** 3.1 however it is written: "３．１", "3.1、" */
const asNumber = (text = "") => bare(text).normalize("NFKC").replace(/[.、]$/, "");

/** Whether the first column can only be 序号: numbers of the table, in its order, none twice. */
function startsWithNumbers(block, nos) {
  const at = block.map((row) => nos.indexOf(asNumber(row[0])));
  return block.length > 1 && at.every((no, i) => no >= 0 && (i === 0 || no > at[i - 1]));
}

/** The columns after 序号 where no heads say so: texts and ticks are set aside, what is left is told by its count. */
function byShape(block, nos) {
  const width = Math.max(...block.map((row) => row.length));
  if (!startsWithNumbers(block, nos)) {
    return null;
  }
  const columns = [NO];
  const numbers = [];
  let told = false;
  for (let i = 1; i < width; i++) {
    const texts = columnOf(block, i);
    const numeric = texts.every((text) => bare(text) === "-" || read("local", text) !== undefined);
    if (texts.length && !numeric) {
      columns[i] = texts.every((text) => says(text) !== null) ? TICK : TITLE;
      told = true;
    } else {
      numbers.push(i);
    }
  }
  const keys = { 4: SOURCES, 5: CELLS, 6: ["quantity", TOTAL, ...SOURCES] }[numbers.length];
  if (!keys || !(told || numbers.length > 4)) {
    return null;
  }
  numbers.forEach((i, nth) => (columns[i] = keys[nth]));
  return { columns, lines: block };
}

/**
 * What each column of a block is, and the rows that hold values; columns without a known head hold nothing for the form.
 * Without heads and without 序号 the columns follow the one the cursor is in.
 */
export function layout(block, nos, from) {
  const keys = CELLS.slice(Math.max(0, CELLS.indexOf(from)));
  const width = Math.max(...block.map((row) => row.length));
  const told = byHeads(block) ?? (width > keys.length || from === TICK ? byShape(block, nos) : null);
  const { columns, lines } = told ?? { columns: keys.slice(0, width), lines: block };
  return {
    columns,
    lines: lines.filter((line) => !line.every(isBlank)),
    numbered: columns.includes(NO),
    tooWide: told ? 0 : Math.max(0, width - keys.length),
  };
}

export const numberOf = (shape, line) => asNumber(line[shape.columns.indexOf(NO)]);
export const ticked = (shape, line) => says(line[shape.columns.indexOf(TICK)]);

/** What a line brings for the cells, blanks left out: they change nothing. */
export const valuesOf = (shape, line) =>
  shape.columns.map((key, i) => [key, line[i]]).filter(([key, text]) => CELLS.includes(key) && !isBlank(text));
