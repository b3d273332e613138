// 保存: sends the rows that have changed, and shows what became of each. What could not be kept stays on the page.

import { changed } from "./cells.js";
import { showClash, showFaults } from "./notes.js";

const AWAY = "暂时连不上服务器，这次没有保存。您填的内容都在这一页上，请不要关闭，稍后再点“保存”。";
const GONE = "30 分钟没有操作，已为您退出。请在新窗口登录后，回到这一页再点“保存”，填过的内容都在。";

/** Says how the saving stands, by the buttons. */
export function sayState(words, bad = false) {
  const place = document.getElementById("save-state");
  place.textContent = words;
  place.classList.toggle("bad", bad);
}

function sayProblem(words) {
  const place = document.getElementById("problems");
  place.replaceChildren();
  if (words) {
    const message = document.createElement("div");
    message.className = "msg bad";
    message.setAttribute("role", "alert");
    message.textContent = words;
    place.append(message);
    place.scrollIntoView({ block: "center" });
  }
}

/** The fields to send: each changed row whole, and whatever else is given. */
function fields(rows, more) {
  const body = new URLSearchParams(more);
  for (const row of rows) {
    body.set(row.version.name, row.version.value);
    if (row.tick?.checked) {
      body.set(row.tick.name, "1");
    }
    row.cells.forEach((input) => body.set(input.name, input.value));
  }
  return body;
}

const post = (form, rows, more) =>
  fetch(form.getAttribute("action"), {
    method: "POST",
    headers: { Accept: "application/json", "X-CSRF-TOKEN": form.querySelector("[name=_csrf]").value },
    body: fields(rows, more),
  });

/** Takes the token of a fresh copy of this page; false where there is none, because nobody is signed in. */
async function renewToken(form) {
  const page = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), "text/html");
  const token = page.querySelector("#filing [name=_csrf]");
  if (token) {
    form.querySelector("[name=_csrf]").value = token.value;
  }
  return Boolean(token);
}

/** Saves; answers whether the server could be asked at all: what it could not take is shown on the page then. */
export async function save(form, rows, more, after) {
  const sent = rows.filter(changed);
  sayState("正在保存…");
  let answer;
  try {
    answer = await post(form, sent, more);
    // Signing in again in another window gives a new token; this page's is renewed, and the save goes on.
    if (answer.status === 403 && (await renewToken(form))) {
      answer = await post(form, sent, more);
    }
  } catch {
    return failed(AWAY);
  }
  if (answer.status === 401 || answer.status === 403) {
    return failed(GONE);
  }
  const told = await answer.json().catch(() => null);
  if (!told?.rows) {
    return failed(told?.message ?? AWAY);
  }
  sayProblem("");
  settle(rows, sent, told);
  sayState(told.faults.length || told.clashes.length ? `有改动没有保存，其余已保存 ${told.savedAt}` : `已保存 ${told.savedAt}`, told.faults.length > 0);
  after(told);
  return true;
}

/** What a row's fields start from, as the server writes it: 345|1|2|6|5|4|1. */
const made = (stored) => `${stored.version}|${stored.saved}`;

function settle(rows, sent, told) {
  for (const row of rows) {
    const stored = told.rows[row.no];
    const clash = told.clashes.find((one) => one.itemNo === row.no);
    if (clash) {
      showClash(row, clash, (theirs) => keep(row, clash, theirs));
    } else if (stored && sent.includes(row)) {
      row.version.value = made(stored);
      row.element.dataset.saved = stored.saved;
    }
    if (sent.includes(row)) {
      showFaults(row, told.faults.filter((fault) => fault.itemNo === row.no));
    }
  }
}

/** Whichever content is kept, it is made from the other person's version from now on. */
function keep(row, clash, theirs) {
  row.version.value = made(clash);
  row.element.dataset.saved = clash.saved;
  if (theirs) {
    if (row.tick) {
      row.tick.checked = clash.saved.startsWith("1");
    }
    row.cells.forEach((input, cell) => (input.value = clash.cells[cell]));
  }
  row.element.dispatchEvent(new Event("input", { bubbles: true }));
  row.cells.values().next().value.focus();
}

/**
 * 提交 saves first: if the server is away or the sign-in has run out, the page stays with all that was typed, instead
 * of giving way to another one.
 */
export function submitAfterSaving(button, saveFirst) {
  button?.addEventListener("click", async (event) => {
    if (button.dataset.saved) {
      return;
    }
    event.preventDefault();
    button.disabled = true;
    const asked = await saveFirst();
    button.disabled = false;
    if (asked) {
      button.dataset.saved = "true";
      button.click();
    }
  });
}

function failed(words) {
  sayState("没有保存", true);
  sayProblem(words);
  return false;
}
