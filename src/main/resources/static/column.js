// The column of the cell in use stands out, in the head and below it, without moving anything.

/** The head cell over each column, the innermost where heads stand in two rows. */
function headsOf(table) {
  const over = [];
  const taken = [];
  [...table.tHead.rows].forEach((row, level) => {
    let at = 0;
    for (const head of row.cells) {
      while (taken[at] > level) {
        at++;
      }
      for (let i = 0; i < head.colSpan; i++, at++) {
        over[at] = head;
        taken[at] = level + head.rowSpan;
      }
    }
  });
  return over;
}

export function highlight(table) {
  const heads = headsOf(table);
  // One element a column: a background behind all its cells at the cost of one change, and a width that does not
  // depend on what is typed, so that a key does not lay out the whole table again.
  const columns = heads.map((head) => Object.assign(document.createElement("col"), { className: head.className }));
  const group = document.createElement("colgroup");
  group.append(...columns);
  table.tHead.before(group);
  table.classList.add("steady");
  let lit = -1;

  function light(at) {
    columns[lit]?.classList.remove("here");
    heads[lit]?.classList.remove("here");
    lit = at;
    columns[lit]?.classList.add("here");
    heads[lit]?.classList.add("here");
  }

  table.addEventListener("focusin", (event) => light(event.target.closest("tr[data-no] > td")?.cellIndex ?? -1));
  table.addEventListener("focusout", (event) => table.contains(event.relatedTarget) || light(-1));
}
