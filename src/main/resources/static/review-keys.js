// Single keys for the review: only outside of fields, and only while they are switched on (WCAG 2.1.4).

const SETTING = "review.keys";
const help = document.getElementById("keys");
const on = document.getElementById("keys-on");
const opener = document.getElementById("keys-open");

function switchedOn() {
  return localStorage.getItem(SETTING) !== "off";
}

function typing(target) {
  return target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, dialog, [contenteditable]") !== null;
}

function toggleHelp() {
  if (help.open) {
    help.close();
  } else {
    help.showModal();
  }
}

/** Each key with what it does; 空格 on a button or a box stays the browser's. */
export function listen(keys) {
  if (!help || !opener) {
    return;
  }
  on.checked = switchedOn();
  on.addEventListener("change", () => localStorage.setItem(SETTING, on.checked ? "on" : "off"));
  opener.hidden = false;
  opener.addEventListener("click", toggleHelp);
  document.addEventListener("keydown", (event) => {
    const chorded = event.ctrlKey || event.altKey || event.metaKey || event.isComposing;
    if (chorded || (typing(event.target) && !help.open)) {
      return;
    }
    if (event.key === "?") {
      event.preventDefault();
      toggleHelp();
      return;
    }
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    const ownSpace = event.key === " " && event.target.closest("button, a, summary, input");
    if (act && switchedOn() && !ownSpace && !help.open) {
      event.preventDefault();
      act();
    }
  });
}
