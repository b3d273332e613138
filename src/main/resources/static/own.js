// 省级承接: live sums over five sources, and a row's look that follows its tick. The server judges what is typed.

import { fault, read, wan } from "./cells.js";

const form = document.getElementById("own");
const bar = document.getElementById("bar");
const rows = [...form.querySelectorAll("tr[data-no]")].map((element) => ({
  element,
  tick: element.querySelector("input[name^='on-']"),
  provincial: element.querySelector("[data-cell=provincial]"),
  others: element.querySelectorAll("[data-cell=quantity], [data-cell=bodies]"),
  total: element.querySelector(".sum-row"),
  schools: BigInt(element.dataset.schools),
}));

const place = (name) => form.querySelector(`[data-sum="${name}"]`);
/** Undefined where what was typed is no amount: then no sum is told that leaves it out. */
const yuan = (row) => {
  const typed = read("provincial", row.provincial.value);
  return typed === null ? 0n : typed;
};
const told = (sum) => (sum === undefined ? "-" : wan(sum));
const plus = (one, other) => (one === undefined || other === undefined ? undefined : one + other);

function follow(row) {
  const on = row.tick.checked;
  row.element.classList.toggle("on", on);
  row.element.classList.toggle("off", !on);
  row.others.forEach((input) => (input.disabled = !on));
  row.total.textContent = told(plus(row.schools, yuan(row)));
}

function total() {
  const provincial = rows.reduce((sum, row) => plus(sum, yuan(row)), 0n);
  place("rows").textContent = rows.filter((row) => row.tick.checked).length;
  place("provincial").textContent = told(provincial);
  place("total").textContent = told(plus(BigInt(form.dataset.schools), provincial));
}

/** Says at once what the server would say when it is saved. */
function judge(row) {
  const wrong = yuan(row) === undefined;
  row.provincial.setAttribute("aria-invalid", wrong);
  row.provincial.title = wrong ? fault("provincial", row.provincial.value) : "";
}

let unsaved = false;
form.addEventListener("input", (event) => {
  const row = rows.find((one) => one.element === event.target.closest("tr[data-no]"));
  unsaved = true;
  document.getElementById("save-state").textContent = "有未保存的改动";
  if (row) {
    if (event.target === row.provincial) {
      judge(row);
    }
    follow(row);
    total();
    if (event.target === row.tick && row.tick.checked) {
      row.others[0].focus();
    }
  }
});
form.addEventListener("submit", () => (unsaved = false));
addEventListener("beforeunload", (event) => unsaved && event.preventDefault());

const stick = () => document.documentElement.style.setProperty("--stick", innerWidth > 768 ? `${bar.offsetHeight}px` : "0px");
new ResizeObserver(stick).observe(bar);
new IntersectionObserver(([mark]) => bar.classList.toggle("stuck", !mark.isIntersecting)).observe(document.getElementById("mark"));

rows.forEach(follow);
total();
if (document.querySelector("#problems [role=alert]")) {
  document.getElementById("problems").focus();
}
