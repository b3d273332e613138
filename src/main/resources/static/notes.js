// The note rows right under the rows they concern: faults of cells, and clashes with somebody else's changes.

const template = (id) => document.getElementById(id).content.firstElementChild;
const label = (row, cell) => row.cells.get(cell).getAttribute("aria-label").replace(/（.*$/, "");

/** Marks a row's cells and says what is wrong with each; no faults removes the note. */
export function showFaults(row, faults) {
  row.element.parentElement.querySelector(`tr.note[data-for="${row.no}"]`)?.remove();
  for (const [cell, input] of row.cells) {
    const wrong = faults.some((fault) => fault.cell === cell);
    wrong ? input.setAttribute("aria-invalid", "true") : input.removeAttribute("aria-invalid");
    if (!input.getAttribute("aria-describedby")?.startsWith("said-")) {
      wrong ? input.setAttribute("aria-describedby", `note-${row.no}`) : input.removeAttribute("aria-describedby");
    }
  }
  if (faults.length === 0) {
    return;
  }
  const note = template("note").cloneNode(true);
  note.dataset.for = row.no;
  note.id = `note-${row.no}`;
  for (const fault of faults) {
    const line = template("fault").cloneNode(true);
    const name = document.createElement("b");
    name.textContent = fault.cell ? label(row, fault.cell) : row.no;
    line.querySelector("span").append(name, `：${fault.words}`);
    note.querySelector(".faults").append(line);
  }
  row.element.after(note);
}

/** Shows both contents of a row that somebody else has changed; {@code keep} is told which one was chosen. */
export function showClash(row, clash, keep) {
  row.element.parentElement.querySelector(`tr.note[data-clash="${row.no}"]`)?.remove();
  const note = template("clash").cloneNode(true);
  note.dataset.clash = row.no;
  const name = clash.name || "同事";
  note.querySelector("[data-head]").textContent = `${row.no} 已被${name}于 ${clash.at} 改动`;
  note.querySelector("[data-name]").textContent = `${name}填的`;
  note.querySelector(".vs").setAttribute("aria-label", `${row.no} 的两份内容`);
  for (const [cell, theirs] of Object.entries(clash.cells)) {
    const mine = row.cells.get(cell)?.value ?? "-";
    const differs = row.cells.has(cell) && mine !== theirs;
    for (const [side, value] of [["mine", mine], ["theirs", row.cells.has(cell) ? theirs || "空" : "-"]]) {
      const place = note.querySelector(`[data-${side}="${cell}"]`);
      place.textContent = value || "空";
      place.classList.toggle("d", differs);
    }
    row.cells.get(cell)?.classList.toggle("clash", differs);
  }
  note.querySelectorAll("[data-keep]").forEach((button) =>
    button.addEventListener("click", () => {
      row.cells.forEach((input) => input.classList.remove("clash"));
      note.remove();
      keep(button.dataset.keep === "theirs");
    }),
  );
  row.element.after(note);
}
