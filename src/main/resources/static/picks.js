// A list with boxes to tick: one box for all of the page, and what is ticked counts for the choice 列表中勾选的.

for (const all of document.querySelectorAll("[data-all]")) {
  const picks = [...document.querySelectorAll(`input[type=checkbox][name="${all.dataset.all}"]`)];
  const tell = () => {
    const ticked = picks.filter((pick) => pick.checked).length;
    all.checked = ticked > 0 && ticked === picks.length;
    all.indeterminate = ticked > 0 && ticked < picks.length;
    picks.forEach((pick) => pick.closest("tr")?.classList.toggle("sel", pick.checked));
  };
  const choose = () => {
    const selected = document.querySelector("input[name=scope][value=SELECTED]");
    if (selected && picks.some((pick) => pick.checked)) {
      selected.checked = true;
    }
    tell();
  };
  all.addEventListener("change", () => {
    picks.forEach((pick) => (pick.checked = all.checked));
    choose();
  });
  picks.forEach((pick) => pick.addEventListener("change", choose));
  tell();
}
