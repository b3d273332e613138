// A form that stays open for hours: what was left behind is offered, others are seen coming, and when the time is over
// the page says so without a reload, and still holds what was typed (spec F6, F7, W4, W5).

import { countDown } from "./clock.js";
import { watch } from "./presence.js";
import { offerLeftCopies } from "./restore.js";
import { sayProblem, sayState } from "./saving.js";
import { pageAnew } from "./wire.js";

export function stayOpen(form, rows, contact, saving, intent) {
  const fields = () => [...rows.flatMap((row) => [...row.cells.values()]), ...contact];
  const buttons = form.querySelectorAll(".bar button");
  const ticks = rows.map((row) => row.tick ?? row.ready);
  function setOpen(open) {
    form.dataset.editable = open ? "true" : "late";
    for (const field of fields()) {
      field.readOnly = !open;
      open ? field.removeAttribute("tabindex") : (field.tabIndex = -1);
    }
    ticks.forEach((tick) => (tick.disabled = !open));
    // With the buttons, what only helps to fill the form in.
    [...buttons, ...document.querySelectorAll("#grid-tools, [data-open]")].forEach((element) => (element.hidden = !open));
    // A form may be shut before its time, by a colleague who submits it, say.
    document.querySelectorAll("[data-left]").forEach((place) => (place.hidden = !open && clock.left() > 0));
  }

  /** Nothing can be changed any more, but everything can be read and copied. */
  function close(words) {
    if (form.dataset.editable === "late") {
      return;
    }
    setOpen(false);
    const left = saving.unsaved();
    saving.stop(left ? `${words}没有赶上的改动仍在这一页上，也存在本机浏览器。` : words);
    sayState(left ? "有改动没有赶上保存" : "已全部保存", left);
  }

  function reopen() {
    if (form.dataset.editable !== "late") {
      return;
    }
    setOpen(true);
    sayProblem("");
    saving.resume();
  }

  /** Where the days have been moved, the requirements are shown as they stand now. */
  async function follow({ now, end }) {
    clock.tell(now, end);
    if (end === shownEnd) {
      return;
    }
    const anew = await pageAnew().catch(() => null);
    const place = anew?.getElementById("window");
    if (place) {
      shownEnd = end;
      document.getElementById("window").replaceWith(document.importNode(place, true));
      clock.tell(now, end);
    }
  }

  let shownEnd = Number(document.querySelector("[data-end]")?.dataset.end);
  const company = watch(form, rows, saving, intent, (answer) => {
    follow(answer);
    answer.words ? close(answer.words) : reopen();
  });
  const clock = countDown(() => company.ask());
  // A save tells how long there is, and one that was not taken had its reason, which concerns the whole page.
  form.addEventListener("answered", ({ detail }) => (detail ? follow(detail) : company.ask()));
  // Brought back by the browser as it was left: it may have been submitted, or changed, since.
  addEventListener("pageshow", (event) => {
    if (event.persisted) {
      company.ask();
      saving.touched();
    }
  });
  // What is typed in the last second still goes out in time.
  const last = () => {
    if (clock.left() > 0 && clock.left() < 1_500 && form.dataset.editable === "true") {
      saving.flush();
    }
  };
  setInterval(last, 400);
  offerLeftCopies(rows, contact);
  // What was typed before this script was there.
  saving.touched();
}
