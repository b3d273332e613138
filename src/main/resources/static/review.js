// Rows to be reviewed, of one school or of many: what is ticked and what it sums to, the row in hand with its
// history beside it, and the keys (spec R4).

import { read, wan } from "./cells.js";
import { listen } from "./review-keys.js";

const form = document.getElementById("review") ?? document.getElementById("decision");
const picks = form ? [...form.querySelectorAll("input[name=pick]")] : [];
const rows = form ? [...form.querySelectorAll("tr[data-row]")] : [];
const all = document.getElementById("all");
const reason = document.getElementById("reason");
const bulk = document.querySelector(".bulk");
const AFTER = "review.after";

let current = null;
let asked = 0;

function ticked() {
  return picks.filter((pick) => pick.checked);
}

function tell() {
  const chosen = ticked();
  const sum = chosen.reduce((yuan, pick) => yuan + (read("local", pick.closest("tr").dataset.total) ?? 0n), 0n);
  const words = `已选 ${chosen.length} 行 · 汇总 ${wan(sum)} 万元`;
  picks.forEach((pick) => pick.closest("tr").classList.toggle("sel", pick.checked));
  for (const place of document.querySelectorAll("#picked, .bulk [data-picked]")) {
    place.textContent = chosen.length ? words : "先在左边勾选";
  }
  bulk?.classList.toggle("idle", chosen.length === 0);
  if (all) {
    const waiting = picks.filter((pick) => pick.dataset.stage === "SUBMITTED");
    all.checked = waiting.length > 0 && waiting.every((pick) => pick.checked);
    all.indeterminate = !all.checked && chosen.length > 0;
  }
}

function untick() {
  picks.forEach((pick) => (pick.checked = false));
  tell();
}

/** The row in hand: marked, in sight, its history beside the list. */
function take(row, focus = true) {
  if (!row || row === current) {
    return;
  }
  current?.classList.remove("cur");
  current?.removeAttribute("aria-current");
  current = row;
  row.classList.add("cur");
  row.setAttribute("aria-current", "true");
  if (focus) {
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  }
  clearTimeout(asked);
  asked = setTimeout(showPast, 120);
}

/** Only where there is room beside the list; elsewhere the link leads to a page of its own. */
function showPast() {
  const panel = document.getElementById("panel");
  if (panel && current && window.htmx && matchMedia("(min-width: 75.01rem)").matches) {
    window.htmx.ajax("GET", `/province/rows/${current.dataset.row}`, { target: "#panel", swap: "innerHTML" });
  }
}

function move(by) {
  const at = rows.indexOf(current);
  take(rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))]);
}

function pickOf(row) {
  return row?.querySelector("input[name=pick]:not(:disabled)");
}

/** With nothing ticked, a decision is about the row in hand. */
function pickCurrent() {
  const pick = pickOf(current);
  if (ticked().length === 0 && pick) {
    pick.checked = true;
    tell();
  }
  return ticked().length > 0;
}

function press(step) {
  if (pickCurrent()) {
    form.requestSubmit(form.querySelector(`button[name=step][value=${step}]`));
  }
}

/** 退回修改 and 不通过 owe a reason: the cursor goes where the reason goes, and waits there. */
function askReason(step) {
  if (!pickCurrent()) {
    return;
  }
  form.dataset.step = step;
  form.querySelectorAll("button[name=step]").forEach((button) => button.classList.toggle("asked", button.value === step));
  reason.focus();
}

all?.addEventListener("change", () => {
  picks.filter((pick) => pick.dataset.stage === "SUBMITTED").forEach((pick) => (pick.checked = all.checked));
  tell();
});

form?.addEventListener("change", (event) => event.target.name === "pick" && tell());

form?.addEventListener("click", (event) => {
  const row = event.target.closest("tr[data-row]");
  const past = event.target.closest("a.past");
  if (past && matchMedia("(min-width: 75.01rem)").matches) {
    event.preventDefault();
  }
  if (row) {
    take(row, Boolean(past));
  }
});

/** A row's own 退回修改 or 不通过 owes a reason first: the row is ticked, and the cursor goes there. */
form?.addEventListener("submit", (event) => {
  const button = event.submitter;
  const [step, row] = button?.name === "one" ? button.value.split(" ") : [button?.name === "step" ? button.value : null, null];
  const everything = form.querySelector("input[name=scope]:checked")?.value === "view";
  if (form.id === "review" && step && step !== "APPROVE" && reason?.value.trim() === "" && !everything) {
    event.preventDefault();
    if (row) {
      picks.forEach((pick) => (pick.checked = pick.value === row));
      tell();
    }
    askReason(step);
    return;
  }
  const at = rows.indexOf(row ? picks.find((pick) => pick.value === row)?.closest("tr") : current);
  sessionStorage.setItem(AFTER, rows[at + 1]?.dataset.row ?? "");
});

reason?.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    const step = form.dataset.step ?? "RETURN";
    form.requestSubmit(form.querySelector(`button[name=step][value=${step}]`) ?? undefined);
  } else if (event.key === "Escape") {
    (current ?? reason).focus();
    reason.blur();
  }
});

for (const phrase of document.querySelectorAll("[data-phrase]")) {
  phrase.addEventListener("click", () => {
    reason.value = reason.value.trim() === "" ? phrase.textContent : `${reason.value.trimEnd()}\n${phrase.textContent}`;
    reason.focus();
  });
}

document.getElementById("untick")?.addEventListener("click", untick);

listen({
  j: () => move(1),
  k: () => move(-1),
  " ": () => {
    const pick = pickOf(current);
    if (pick) {
      pick.checked = !pick.checked;
      tell();
    }
  },
  a: () => press("APPROVE"),
  r: () => askReason("RETURN"),
  x: () => askReason("REJECT"),
  u: () => document.getElementById("undo")?.click(),
  o: () => current?.querySelector("a[href^='/province/schools/']")?.click(),
  Escape: untick,
});

tell();
const after = sessionStorage.getItem(AFTER);
sessionStorage.removeItem(AFTER);
if (document.querySelector("#problems [role=alert]")) {
  document.getElementById(document.getElementById("reason-e") ? "reason" : "problems").focus();
} else if (after) {
  take(rows.find((row) => row.dataset.row === after));
}
