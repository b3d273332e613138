// The form saves itself: what has changed goes out shortly after typing, one request after the other, the next with
// whatever has been typed meanwhile. An answer settles the rows it was asked about, no others; without one they stay
// in doubt and go out again, which the server can take twice (spec F5-F7).

import { changed, fill, read, startFrom, text, versionOf } from "./cells.js";
import { keepCopy } from "./local-copy.js";
import { showClash, showFaults } from "./notes.js";
import { signInAgain } from "./sign-in-again.js";
import { send } from "./wire.js";

const SOON = 1_000;
const LATEST = 5_000;
const AGAIN = [2, 4, 8, 15, 30].map((seconds) => seconds * 1_000);

const GONE = "暂时连不上服务器。您填的内容已存在本机浏览器，连上后自动保存，请不要关闭本页。";
const GONE_UNKEPT = "暂时连不上服务器，这个浏览器又不让本页暂存。您填的内容都在这一页上，连上后自动保存，请不要关闭本页。";
const STRANGER = "这个浏览器里现在登录的是另一个账号，这一页没有再保存。您填的内容都在，请用本页的账号重新登录。";

/** Says how the saving stands, by the buttons. */
export function sayState(words, bad = false) {
  const place = document.getElementById("save-state");
  place.textContent = words;
  place.classList.toggle("bad", bad);
}

/** 保存 by hand: saves at once, and what became of it is read out, which nobody would want of every save by itself. */
export function saveOnDemand(button, saving) {
  button?.addEventListener("click", async (event) => {
    event.preventDefault();
    await saving.flush();
    document.getElementById("save-said").textContent = document.getElementById("save-state").textContent;
  });
}

/** Says what a person should know at once, above the form; nothing clears it, but not what came with the page. */
export function sayProblem(words, kind = "bad") {
  const place = document.getElementById("problems");
  if ((place.dataset.said ?? "") === words) {
    return;
  }
  place.dataset.said = words;
  place.replaceChildren();
  if (words) {
    const message = document.createElement("div");
    message.className = `msg ${kind}`;
    message.setAttribute("role", "alert");
    message.textContent = words;
    place.append(message);
  }
}

/**
 * @param contact the contact's fields; none on a page without them
 * @param told is given every answer of the server
 */
export function autosave(form, rows, { contact = [], told = () => {} } = {}) {
  let timer = 0;
  let since = 0;
  let failures = 0;
  let notBefore = 0;
  let sending = null;
  let stopped = false;
  let savedAt = "";
  let contactAnswered = null;

  const isOn = (row) => !row.tick || row.tick.checked;
  const waits = (row) => !row.clashing && (changed(row) || row.inDoubt.length > 0) && text(row) !== row.answered;
  const contactText = () => contact.map((field) => field.value).join("\n");
  const contactChanged = () => contact.some((field) => field.value !== field.dataset.saved);
  const contactWaits = () => contactChanged() && contactText() !== contactAnswered;
  const waiting = () => rows.some(waits) || contactWaits();
  const unsaved = () => rows.some((row) => changed(row) || row.inDoubt.length > 0) || contactChanged();

  /** Everything that the server may not have yet, as it was typed. */
  function copy() {
    const pending = rows.filter((row) => changed(row) || row.inDoubt.length > 0);
    return keepCopy(
      Object.fromEntries(
        pending.map((row) => [
          row.no,
          {
            saved: row.element.dataset.saved,
            sent: row.inDoubt,
            on: isOn(row),
            cells: Object.fromEntries([...row.cells].map(([cell, input]) => [cell, input.value])),
          },
        ]),
      ),
      Object.fromEntries(
        contact
          .filter((field) => field.value !== field.dataset.saved)
          .map((field) => [field.name, { saved: field.dataset.saved, value: field.value }]),
      ),
    );
  }

  /** A cell in the middle of being typed is not judged yet: it is left out, and stays as the server has it. */
  const unfinished = (input) => input === document.activeElement && read(input.dataset.cell, input.value) === undefined;

  function fields(batch) {
    const body = new URLSearchParams();
    for (const row of batch) {
      body.set(row.version.name, row.version.value);
      if (row.inDoubt.length > 0) {
        body.set(`doubt-${row.no}`, "1");
      }
      if (row.tick?.checked) {
        body.set(row.tick.name, "1");
      }
      row.cells.forEach((input) => unfinished(input) || body.set(input.name, input.value));
    }
    if (contactWaits()) {
      for (const field of contact) {
        body.set(field.name, field.value);
        body.set(`was-${field.name}`, field.dataset.saved);
      }
    }
    return body;
  }

  /** To be called after every change: keeps the copy, and saves soon. */
  function touched() {
    copy();
    if (stopped) {
      return;
    }
    if (!waiting()) {
      if (!sending && !unsaved() && savedAt) {
        sayState(`已保存 ${savedAt}`);
      }
      return;
    }
    if (failures === 0 && !sending) {
      sayState("有未保存的改动");
    }
    since ||= performance.now();
    clearTimeout(timer);
    timer = setTimeout(flush, failures ? Math.max(AGAIN[0], notBefore - performance.now()) : Math.max(0, Math.min(SOON, since + LATEST - performance.now())));
  }

  /** Saves what waits; answers whether the server could be asked. */
  async function flush() {
    clearTimeout(timer);
    while (sending) {
      await sending;
    }
    if (stopped) {
      return false;
    }
    if (!waiting()) {
      return failures === 0;
    }
    since = 0;
    sending = attempt();
    try {
      return await sending;
    } finally {
      sending = null;
      copy();
      if (failures === 0 && waiting()) {
        touched();
      }
    }
  }

  async function attempt() {
    const sent = new Map(rows.filter(waits).map((row) => [row, text(row)]));
    const body = fields([...sent.keys()]);
    const contactSent = contactWaits() ? contactText() : null;
    sent.forEach((typed, row) => row.inDoubt.push(typed));
    copy();
    sayState("正在保存…");
    const outcome = await send(form, body);
    switch (outcome.kind) {
      case "told":
        failures = 0;
        settle(sent, contactSent, outcome.told);
        return true;
      case "away":
        return stopped ? false : failed(outcome.words, outcome.again);
      case "signedOut":
        sayState("未能保存（已退出登录，已存在本机）", true);
        signInAgain().then(resume, () => failed(""));
        return false;
      case "stranger":
        return stop(STRANGER);
      default:
        // The server has judged that nothing of it is kept.
        sent.forEach((typed, row) => (row.inDoubt = row.inDoubt.filter((one) => one !== typed)));
        form.dispatchEvent(new CustomEvent("answered"));
        // Where the page was stopped meanwhile, it has said why, and what becomes of what is left.
        return stopped ? false : stop(outcome.words);
    }
  }

  function failed(words, again = 0) {
    const kept = copy();
    const wait = Math.max(again, AGAIN[Math.min(failures, AGAIN.length - 1)]);
    failures += 1;
    notBefore = performance.now() + again;
    const why = words ? "稍后自动再存" : "网络中断";
    sayState(kept ? `未能保存（${why}，已存在本机）` : `未能保存（${why}）`, true);
    sayProblem(words || (kept ? GONE : GONE_UNKEPT));
    clearTimeout(timer);
    timer = setTimeout(flush, wait);
    return false;
  }

  /** Nothing more goes out until somebody says that it may: the window has closed, say. */
  function stop(words) {
    stopped = true;
    sayState("没有保存", true);
    sayProblem(words);
    return false;
  }

  function resume() {
    stopped = false;
    failures = 0;
    sayProblem("");
    return flush();
  }

  function settle(sent, contactSent, answer) {
    sayProblem("");
    savedAt = answer.savedAt;
    for (const [row, typed] of sent) {
      const ours = row.inDoubt;
      row.inDoubt = [];
      const clash = answer.clashes.find((one) => one.itemNo === row.no);
      if (clash && ours.includes(clash.saved)) {
        // What seems another's content is our own, of a save whose answer got lost.
        startFrom(row, clash);
      } else if (clash) {
        row.clashing = true;
        showClash(row, clash, (theirs) => choose(row, clash, theirs));
      } else {
        settleRow(row, typed, answer);
      }
    }
    follow(answer.rows);
    if (contactSent !== null) {
      contactAnswered = contactSent;
    }
    told(answer, contactSent !== null);
    form.dispatchEvent(new CustomEvent("answered", { detail: answer }));
    const left = answer.faults.length || answer.clashes.some((one) => rows.find((row) => row.no === one.itemNo)?.clashing);
    sayState(left ? `有改动没有保存，其余已保存 ${savedAt}` : `已保存 ${savedAt}`, Boolean(left));
  }

  function settleRow(row, typed, answer) {
    const stored = answer.rows[row.no];
    const faults = answer.faults.filter((fault) => fault.itemNo === row.no);
    if (stored) {
      startFrom(row, stored);
    }
    // What the server does not keep as it was typed, it would not keep a second time.
    row.answered = faults.length > 0 || row.element.dataset.saved !== typed ? typed : null;
    if (text(row) === typed) {
      showFaults(row, faults);
    }
  }

  /** Takes over rows that somebody else has changed, where nobody here has touched them (spec F7). */
  function follow(stored) {
    const taken = [];
    for (const row of rows) {
      const theirs = stored[row.no];
      if (!theirs || theirs.version <= versionOf(row) || row.clashing || row.inDoubt.length > 0 || changed(row)) {
        continue;
      }
      if (row.element.contains(document.activeElement)) {
        row.theirs = theirs;
      } else {
        fill(row, theirs);
        taken.push(row);
      }
    }
    return taken;
  }

  form.addEventListener("focusout", (event) => {
    const row = rows.find((one) => one.theirs && one.element.contains(event.target));
    if (row && !row.element.contains(event.relatedTarget)) {
      const theirs = row.theirs;
      row.theirs = null;
      if (!changed(row) && theirs.version > versionOf(row)) {
        fill(row, theirs);
      }
    }
  });

  /** Whichever content is kept, it is made from the other person's version from now on. */
  function choose(row, clash, theirs) {
    row.clashing = false;
    row.answered = null;
    if (theirs) {
      fill(row, clash);
      showFaults(row, []);
    } else {
      startFrom(row, clash);
      row.element.dispatchEvent(new Event("input", { bubbles: true }));
    }
    row.cells.values().next().value.focus();
  }

  // A page that is being left, or hidden, says what it has while it still can; the answer is nobody's.
  addEventListener("visibilitychange", () => document.visibilityState === "hidden" && flush());
  addEventListener("pagehide", () => {
    if (!stopped && waiting()) {
      const batch = rows.filter(waits);
      const body = fields(batch);
      batch.forEach((row) => row.inDoubt.push(text(row)));
      copy();
      send(form, body, { keepalive: true });
    }
  });
  addEventListener("online", () => failures > 0 && flush());
  addEventListener("beforeunload", (event) => {
    if (failures > 0 && unsaved()) {
      event.preventDefault();
    }
  });

  return { touched, flush, follow, resume, stop, unsaved, stopped: () => stopped };
}

/**
 * 提交 saves first: if the server is away or the sign-in has run out, the page stays with all that was typed, instead
 * of giving way to another one.
 */
export function submitAfterSaving(button, saving) {
  button?.addEventListener("click", async (event) => {
    event.preventDefault();
    button.disabled = true;
    const asked = await saving.flush();
    button.disabled = false;
    if (asked) {
      // Not a click: one that comes while the button is being pressed by a key goes unheard.
      button.form.requestSubmit(button);
    }
  });
}
