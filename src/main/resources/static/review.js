// The review of one school: what is ticked and what it sums to, and a decision's keys within reach.

import { read, wan } from "./cells.js";

const form = document.getElementById("review");
const picks = form ? [...form.querySelectorAll("input[name=pick]")] : [];
const all = document.getElementById("all");
const said = document.getElementById("picked");

function tell() {
  const ticked = picks.filter((pick) => pick.checked);
  const sum = ticked.reduce((yuan, pick) => yuan + (read("local", pick.closest("tr").dataset.total) ?? 0n), 0n);
  picks.forEach((pick) => pick.closest("tr").classList.toggle("sel", pick.checked));
  if (said) {
    said.textContent = ticked.length ? `已选 ${ticked.length} 行 · 汇总 ${wan(sum)} 万元` : "先在左边勾选";
  }
  if (all) {
    const waiting = picks.filter((pick) => pick.dataset.stage === "SUBMITTED");
    all.checked = waiting.length > 0 && waiting.every((pick) => pick.checked);
    all.indeterminate = !all.checked && ticked.length > 0;
  }
}

all?.addEventListener("change", () => {
  picks.filter((pick) => pick.dataset.stage === "SUBMITTED").forEach((pick) => (pick.checked = all.checked));
  tell();
});
form?.addEventListener("change", (event) => event.target.name === "pick" && tell());

/** A row's own 退回修改 or 不通过 owes a reason first: the row is ticked, and the cursor goes where the reason goes. */
form?.addEventListener("submit", (event) => {
  const [step, row] = event.submitter?.name === "one" ? event.submitter.value.split(" ") : [];
  const reason = document.getElementById("reason");
  if (step && step !== "APPROVE" && reason.value.trim() === "") {
    event.preventDefault();
    picks.forEach((pick) => (pick.checked = pick.value === row));
    tell();
    reason.focus();
  }
});

tell();
if (document.querySelector("#problems [role=alert]")) {
  document.getElementById(document.getElementById("reason-e") ? "reason" : "problems").focus();
}
