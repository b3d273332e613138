// A form that stays open for hours: what was left behind is offered, others are seen coming, and when the time is over
// the page says so without a reload, and still holds what was typed (spec F6, F7, W4, W5).

import { countDown } from "./clock.js";
import { watch } from "./presence.js";
import { offerLeftCopies } from "./restore.js";
import { sayProblem, sayState } from "./saving.js";

export function stayOpen(form, rows, contact, saving, intent) {
  const fields = () => [...rows.flatMap((row) => [...row.cells.values()]), ...contact];
  const buttons = form.querySelectorAll(".bar button");
  const ticks = rows.map((row) => row.tick ?? row.ready);

  /** Nothing can be changed any more, but everything can be read and copied. */
  function close(words) {
    if (form.dataset.editable === "late") {
      return;
    }
    form.dataset.editable = "late";
    fields().forEach((field) => (field.readOnly = true));
    ticks.forEach((tick) => (tick.disabled = true));
    buttons.forEach((button) => (button.hidden = true));
    const left = saving.unsaved();
    saving.stop(left ? `${words}没有赶上的改动仍在这一页上，也存在本机浏览器。` : words);
    sayState(left ? "有改动没有赶上保存" : "已全部保存", left);
  }

  function reopen() {
    if (form.dataset.editable !== "late") {
      return;
    }
    form.dataset.editable = "true";
    fields().forEach((field) => (field.readOnly = false));
    ticks.forEach((tick) => (tick.disabled = false));
    buttons.forEach((button) => (button.hidden = false));
    sayProblem("");
    saving.resume();
  }

  const company = watch(form, rows, saving, intent, (answer) => {
    clock.tell(answer.now, answer.end);
    answer.words ? close(answer.words) : reopen();
  });
  const clock = countDown(() => company.ask());
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
