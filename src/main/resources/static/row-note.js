// 负责人: who in the school is in charge of a row. Written in its place, saved by itself on leaving it, apart from the
// form and its 保存; and which rows are shown, by whom they are in charge of.

import { signInAgain } from "./sign-in-again.js";
import { send } from "./wire.js";

const AWAY = "暂时连不上服务器，负责人没有保存。您写的还在，请稍后再试。";

const form = document.getElementById("filing");
const whose = document.querySelector("#whose select");
const tag = (name, className, words = "") => Object.assign(document.createElement(name), { className, textContent: words });
const number = (link) => link.closest("tr").dataset.no;
const written = (link) => link.querySelector("span").textContent;

/** The link says who it is, and from which version the next text is made. */
function show(link, note) {
  link.querySelector("span").textContent = note.text;
  link.dataset.version = note.version;
  link.classList.toggle("none", !note.text);
  link.setAttribute("aria-label", `${number(link)} 负责人${note.text ? `：${note.text}` : ""}`);
}

/** What became of a text: the note as it stands now, or why it could not be kept. */
async function keep(link, text) {
  const fields = new URLSearchParams({ text, version: link.dataset.version });
  const outcome = await send(form, fields, { to: link.getAttribute("href") });
  if (outcome.kind === "signedOut") {
    await signInAgain();
    return keep(link, text);
  }
  return outcome.told && "version" in outcome.told
    ? { note: outcome.told, clash: outcome.status === 409 }
    : { words: outcome.words || AWAY };
}

function write(link) {
  const place = tag("span", "row-note-edit");
  const input = tag("input", "in-t s");
  const said = tag("span", "row-note-said");
  said.setAttribute("role", "alert");
  input.maxLength = 50;
  input.value = written(link);
  input.placeholder = "姓名或部门";
  input.autocomplete = "off";
  input.setAttribute("aria-label", `${number(link)} 负责人`);
  input.setAttribute("list", "whose-names");
  input.setAttribute("form", "");
  place.append(input, said);
  link.hidden = true;
  link.after(place);
  input.focus();

  // The form's own scripts have nothing to do with what is typed here.
  for (const kind of ["input", "change", "keydown", "paste", "beforeinput"]) {
    place.addEventListener(kind, (event) => event.stopPropagation());
  }
  let busy = false;
  const unsaved = (event) => input.value.trim() !== written(link) && event.preventDefault();
  addEventListener("beforeunload", unsaved);
  const close = (focus) => {
    busy = true;
    removeEventListener("beforeunload", unsaved);
    link.hidden = false;
    place.remove();
    focus && link.focus();
    list();
  };
  const save = async (focus) => {
    if (busy) {
      return;
    }
    if (input.value.trim() === written(link)) {
      return close(focus);
    }
    busy = true;
    said.replaceChildren();
    const { note, clash, words } = await keep(link, input.value);
    busy = false;
    if (words) {
      said.append(tag("span", "err", words));
    } else if (clash) {
      choose(note);
    } else {
      show(link, note);
      close(focus);
    }
  };
  /** Whichever is kept, it is made from the other person's version from now on. */
  const choose = (theirs) => {
    show(link, theirs);
    const mine = tag("button", "btn s", "保留我的");
    const other = tag("button", "btn s", "改用对方的");
    mine.type = other.type = "button";
    mine.addEventListener("click", () => save(true));
    other.addEventListener("click", () => close(true));
    said.append(tag("span", "", `${number(link)} 负责人已被${theirs.by}于 ${theirs.at} 改为“${theirs.text || "空"}”，与您写的“${input.value.trim() || "空"}”不同。`), mine, other);
  };
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      save(true);
    } else if (event.key === "Escape") {
      close(true);
    }
  });
  place.addEventListener("focusout", (event) => !place.contains(event.relatedTarget) && !said.querySelector("button") && save(false));
}

const links = () => [...form.querySelectorAll(".row-note")];
const names = (text) => text.split(/[、，,；;／/\s]+/).filter(Boolean);

/** Everybody who is named, to choose from here and to write there. */
function list() {
  const everybody = [...new Set(links().flatMap((link) => names(written(link))))].sort((a, b) => a.localeCompare(b, "zh"));
  const chosen = whose.value;
  const me = whose.dataset.reader;
  whose.replaceChildren(new Option("全部", ""), new Option("我负责的", "mine"), new Option("没有写的", "none"), ...everybody.map((name) => new Option(name, `=${name}`)));
  whose.value = [...whose.options].some((option) => option.value === chosen) ? chosen : "";
  document.getElementById("whose-names").replaceChildren(...[...new Set([me, ...everybody])].filter(Boolean).map((name) => new Option(name)));
  document.getElementById("whose").hidden = everybody.length === 0;
  filter();
}

function fits(text) {
  switch (whose.value) {
    case "": return true;
    case "none": return !text;
    case "mine": return Boolean(whose.dataset.reader) && text.includes(whose.dataset.reader);
    default: return names(text).includes(whose.value.slice(1));
  }
}

/** Beside the form's own filter: a row is shown where both let it be. */
function filter() {
  let shown = 0;
  for (const body of form.querySelectorAll("tbody[data-area]")) {
    let here = 0;
    for (const row of body.querySelectorAll("tr[data-no]")) {
      const link = row.querySelector(".row-note");
      const fit = fits(link ? written(link) : "");
      here += fit && !row.hidden ? 1 : 0;
      row.classList.toggle("others", !fit);
      for (let note = row.nextElementSibling; note?.classList.contains("note"); note = note.nextElementSibling) {
        note.classList.toggle("others", !fit);
      }
    }
    body.classList.toggle("others", whose.value !== "" && here === 0);
    shown += here;
  }
  document.getElementById("whose-rows").textContent = whose.value ? `${shown} 条` : "";
}

form.addEventListener("click", (event) => {
  const link = event.target.closest("a.row-note");
  if (link && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    write(link);
  }
});
whose.addEventListener("change", filter);
// After the form's own filter has had its say.
for (const kind of ["input", "change", "click"]) {
  form.addEventListener(kind, (event) => event.target.closest(".tools, #none") && whose.value && filter());
}
list();
