// 本校任务情况预览: only what is undertaken, or everything that could be.

const body = document.getElementById("rows");

document.querySelectorAll("[data-show]").forEach((link) =>
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const all = link.dataset.show === "all";
    body.querySelectorAll("tr.off").forEach((row) => (row.hidden = !all));
    body.querySelectorAll("tbody[data-empty=true]").forEach((area) => (area.hidden = !all));
    document.querySelectorAll("[data-show]").forEach((other) =>
      other === link ? other.setAttribute("aria-current", "true") : other.removeAttribute("aria-current"),
    );
  }),
);
