// 待填: what is still blank in the ticked rows, counted and listed while it is typed, each leading to its cell. A
// half-filled form is no error before it is submitted, and is not called one (spec F5, F8).

import { held, rows as rowsOf, undertaken } from "./cells.js";

const form = document.getElementById("filing");
const place = document.getElementById("missing");
const rows = rowsOf(form);
const contact = [...form.querySelectorAll("input[required][id^='contact-']")];
const name = (input) => input.getAttribute("aria-label")?.replace(/（.*$/, "") ?? input.labels[0].textContent;

function blanks() {
  const ofRows = rows.filter(undertaken).flatMap((row) => [...row.cells].filter(([cell, input]) => held(cell, input) === null).map(([, input]) => input));
  return [...contact.filter((input) => input.value.trim() === ""), ...ofRows];
}

function tell() {
  const found = blanks();
  place.hidden = found.length === 0;
  place.querySelector("[data-missing]").textContent = found.length;
  place.querySelector("ul").replaceChildren(
    ...found.map((input) => {
      const line = document.createElement("li");
      const link = document.createElement("a");
      link.href = `#${input.id}`;
      link.textContent = name(input);
      line.append(link);
      return line;
    }),
  );
}

/** A row that the filter hides is shown again: whoever asks for it wants to see it. */
function lead(event) {
  const input = document.getElementById(event.target.closest("a")?.hash.slice(1) ?? "");
  if (!input) {
    return;
  }
  event.preventDefault();
  place.open = false;
  if (input.closest("tr")?.hidden || input.closest("tbody")?.hidden) {
    document.getElementById("clear").click();
  }
  input.scrollIntoView({ block: "center" });
  input.focus({ preventScroll: true });
}

if (form.dataset.editable === "true") {
  let asked = 0;
  const soon = () => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(tell);
  };
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  place.addEventListener("toggle", () => place.open && tell());
  place.querySelector("ul").addEventListener("click", lead);
  tell();
}
