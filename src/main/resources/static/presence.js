// Who else has the form open and in which row, what they have changed, and whether the window still stands: an open
// page asks for it now and then, as long as somebody works on it (spec F7, W4).

import { versionOf } from "./cells.js";
import { PAGE } from "./local-copy.js";
import { send } from "./wire.js";

const EVERY = 20_000;

/** Without a hand on it for so long, the page falls silent, and the sign-in may run out (spec A6). */
const IDLE = 5 * 60_000;

/**
 * @param intent what the page is there for: {@code FILE} or {@code MEND}
 * @param told is given every answer, with the rows that were taken over from others
 */
export function watch(form, rows, saving, intent, told) {
  const place = document.getElementById("company");
  const said = place.querySelector("span");
  let touched = performance.now();
  let asking = false;

  function show(others, taken) {
    form.querySelectorAll("[data-who]").forEach((element) => element.removeAttribute("data-who"));
    const words = others.map((other) => {
      const name = other.self ? "您自己在另一个窗口" : other.name || "同事";
      const row = rows.find((one) => one.no === other.itemNo);
      row?.element.setAttribute("data-who", "");
      return other.itemNo ? `${name}正在填 ${other.itemNo}` : `${name}也打开了这张表`;
    });
    if (taken.length > 0) {
      words.push(`${taken.join("、")} 刚由${others.length === 1 && !others[0].self ? others[0].name || "同事" : "同事"}改过，已更新`);
    }
    if (said.textContent !== words.join("；")) {
      said.textContent = words.join("；");
    }
    place.hidden = words.length === 0;
  }

  async function ask() {
    if (asking) {
      return;
    }
    asking = true;
    const here = rows.find((row) => row.element.contains(document.activeElement));
    const since = Math.max(0, ...rows.map(versionOf));
    const body = new URLSearchParams({ page: PAGE, item: here?.no ?? "", intent, since });
    const outcome = await send(form, body, { to: "/school/presence" });
    asking = false;
    if (outcome.kind === "told") {
      const taken = saving.follow(outcome.told.rows);
      show(outcome.told.others, taken.map((row) => row.no));
      told(outcome.told);
    }
  }

  const awake = () => document.visibilityState === "visible" && performance.now() - touched < IDLE;
  setInterval(() => awake() && ask(), EVERY);
  for (const sign of ["keydown", "pointerdown", "input", "focusin", "scroll"]) {
    addEventListener(
      sign,
      () => {
        const slept = performance.now() - touched > IDLE;
        touched = performance.now();
        slept && ask();
      },
      { passive: true },
    );
  }
  addEventListener("visibilitychange", () => awake() && ask());
  addEventListener("pagehide", () => send(form, new URLSearchParams({ page: PAGE }), { to: "/school/presence/end", keepalive: true }));
  ask();
  return { ask };
}
