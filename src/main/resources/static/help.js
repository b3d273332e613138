// Help where it is needed: the clauses of a task beside the table, and what the heads of columns mean (spec C4, F2).

const side = document.getElementById("clause");
const split = document.getElementById("split");
const AWAY = "暂时取不到条款。已填内容不受影响，请稍后再试。";
let opener = null;

function say(words) {
  const message = document.createElement("p");
  message.className = "in soft";
  message.textContent = words;
  side.replaceChildren(message);
}

function show(open) {
  side.hidden = !open;
  split.classList.toggle("open", open);
  for (const link of document.querySelectorAll("[data-clause]")) {
    link.setAttribute("aria-expanded", String(open && link === opener));
  }
}

function close(takeFocus) {
  const back = opener;
  opener = null;
  show(false);
  if (takeFocus) {
    back?.focus();
  }
}

/** The page of the clauses answers with only their text where a script asks. */
async function open(link) {
  opener = link;
  show(true);
  try {
    const answer = await fetch(link.href, { headers: { "HX-Request": "true" } });
    if (opener !== link) {
      return;
    }
    if (!answer.ok) {
      return say(AWAY);
    }
    const fragment = new DOMParser().parseFromString(await answer.text(), "text/html");
    side.replaceChildren(...fragment.body.childNodes);
    side.scrollTop = 0;
    side.querySelector("h2").focus({ preventScroll: true });
  } catch {
    say(AWAY);
  }
}

function press(link) {
  link === opener ? close(true) : open(link);
}

if (side) {
  // With the script a link of a row is a button: it opens the panel, or closes it again.
  for (const link of document.querySelectorAll("[data-clause]")) {
    link.setAttribute("role", "button");
    link.setAttribute("aria-controls", side.id);
    link.setAttribute("aria-expanded", "false");
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-clause]");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      press(link);
    } else if (event.target.closest("[data-close]")) {
      close(true);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === " " && event.target.matches("[data-clause]")) {
      event.preventDefault();
      press(event.target);
    } else if (event.key === "Escape" && !event.defaultPrevented && opener) {
      close(side.contains(document.activeElement) || document.activeElement === document.body);
    }
  });
}

/** One thing that pops up at a time; Escape closes it, and so does turning elsewhere. */
const pops = [...document.querySelectorAll("details.def, details.missing")];
document.addEventListener("click", (event) => pops.forEach((pop) => pop.contains(event.target) || (pop.open = false)));
document.addEventListener("focusin", (event) => pops.forEach((pop) => pop.contains(event.target) || (pop.open = false)));
for (const pop of pops) {
  pop.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && pop.open) {
      event.preventDefault();
      pop.open = false;
      pop.querySelector("summary").focus();
    }
  });
}
