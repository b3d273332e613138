// What pages that are gone have left behind is offered, row by row, where it is newer than what is stored. Blanks are
// never restored, and nothing is overwritten that came later (spec F6).

import { CELLS, read, storedCells, undertaken } from "./cells.js";
import { dropCopy, leftCopies } from "./local-copy.js";

const NAMES = { quantity: "承接数量", "self-raised": "学校自筹", industry: "行业企业投入", sponsor: "举办方投入", local: "地市县投入" };
const template = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);
const clock = (at) => new Date(at).toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false, timeZone: "Asia/Shanghai" });
const differs = (cell, one, other) => (read(cell, one) ?? one) !== (read(cell, other) ?? other);

/** What a copy would change in a row: null where nothing. */
function rowOffer(row, kept) {
  if (!row || !kept.on) {
    return null;
  }
  const now = row.element.dataset.saved;
  const cells = CELLS.filter((cell) => {
    const input = row.cells.get(cell);
    const value = kept.cells[cell] ?? "";
    return input && value.trim() !== "" && differs(cell, value, undertaken(row) ? input.value : "");
  });
  const ticks = !undertaken(row);
  if (cells.length === 0 && !ticks) {
    return null;
  }
  const shown = storedCells(now).cells;
  return {
    name: row.no,
    words: cells.length
      ? cells.map((cell) => `${NAMES[cell]} ${shown.get(cell) || "空"} → ${kept.cells[cell]}`).join("，")
      : "承接这一条",
    count: Math.max(1, cells.length),
    newer: now === kept.saved || kept.sent.includes(now),
    take: () => {
      if (row.tick) {
        row.tick.checked = true;
      }
      cells.forEach((cell) => (row.cells.get(cell).value = kept.cells[cell]));
      row.element.dispatchEvent(new Event("input", { bubbles: true }));
    },
  };
}

function fieldOffer(field, kept) {
  if (!field || kept.value.trim() === "" || kept.value === field.value) {
    return null;
  }
  return {
    name: field.labels[0].textContent,
    words: `${field.dataset.saved || "空"} → ${kept.value}`,
    count: 1,
    newer: kept.saved === field.dataset.saved,
    take: () => {
      field.value = kept.value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    },
  };
}

function show(copy, offers) {
  const box = template("left-copy");
  const count = offers.reduce((sum, offer) => sum + offer.count, 0);
  box.querySelector("[data-head]").textContent = `找到您 ${clock(copy.at)} 未保存的内容（${count} 格）。`;
  const picks = offers.map((offer) => {
    const line = template("left-line");
    line.querySelector("b").textContent = offer.name;
    line.querySelector("[data-words]").textContent = offer.words;
    line.querySelector("[data-later]").hidden = offer.newer;
    const pick = line.querySelector("input");
    pick.checked = offer.newer;
    box.querySelector("ul").append(line);
    return [pick, offer];
  });
  const done = (words) => {
    box.querySelector("[data-ask]").hidden = true;
    box.querySelector("[data-head]").textContent = words;
  };
  const restore = () => {
    const taken = picks.filter(([pick]) => pick.checked);
    taken.forEach(([, offer]) => offer.take());
    dropCopy(copy);
    done(taken.length ? `已恢复 ${taken.length} 处，正在保存。` : "一处也没有选，没有恢复。");
    box.querySelector("[data-undo]").hidden = taken.length > 0;
  };
  box.querySelector("[data-restore]").addEventListener("click", restore);
  box.querySelector("[data-drop]").addEventListener("click", () => {
    done("没有恢复，离开这一页后就找不回来了。");
    box.querySelector("[data-undo]").hidden = false;
    addEventListener("pagehide", () => box.querySelector("[data-ask]").hidden && dropCopy(copy), { once: true });
  });
  box.querySelector("[data-undo]").addEventListener("click", () => {
    box.querySelector("[data-undo]").hidden = true;
    box.querySelector("[data-ask]").hidden = false;
    box.querySelector("[data-head]").textContent = `找到您 ${clock(copy.at)} 未保存的内容（${count} 格）。`;
  });
  document.getElementById("left-copies").append(box);
}

/** Offers what was left behind; what the page already shows is forgotten. */
export async function offerLeftCopies(rows, contact) {
  const byNo = new Map(rows.map((row) => [row.no, row]));
  const byName = new Map(contact.map((field) => [field.name, field]));
  for (const copy of await leftCopies()) {
    const offers = [
      ...Object.entries(copy.contact).map(([name, kept]) => fieldOffer(byName.get(name), kept)),
      ...Object.entries(copy.rows).map(([no, kept]) => rowOffer(byNo.get(no), kept)),
    ].filter(Boolean);
    offers.length ? show(copy, offers) : dropCopy(copy);
  }
}
