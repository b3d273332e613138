// In place of reading the picture, the browser works something out that costs a second and proves that no machine tries
// a thousand passwords (spec A5). It works in short turns, so that one can go on typing meanwhile.
import { head } from "./sha256.js";

const TURN_MS = 30;

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-work] button");
  if (button) {
    work(button.closest("[data-work]"));
  }
});

/** Whoever let the browser work before does not want to read now. */
export function workAgain() {
  const place = document.querySelector("[data-work][data-again=true]");
  if (place) {
    work(place);
  }
}

async function work(place) {
  const form = place.closest("form");
  const status = place.querySelector("[role=status]");
  const progress = place.querySelector("progress");
  const button = place.querySelector("button");
  const id = form.querySelector("[name=captchaId]").value;
  button.hidden = true;
  progress.hidden = false;
  status.textContent = "正在验证，约需几秒…";
  // Whoever pressed the button by keyboard goes on from here.
  place.tabIndex = -1;
  if (!place.dataset.again || place.dataset.again === "false") {
    place.focus({ preventScroll: true });
  }
  const numbers = [];
  for (let part = 0; part < Number(place.dataset.parts); part++) {
    numbers.push(await search(`${id}:${part}:`, 32 - Number(place.dataset.bits)));
    progress.value = part + 1;
  }
  if (!place.isConnected) {
    return;
  }
  form.querySelector("[name=work]").value = numbers.join(",");
  const picture = form.querySelector("[name=captcha]");
  picture.required = false;
  picture.removeAttribute("aria-invalid");
  picture.closest(".cap").hidden = true;
  form.querySelector("label[for=c]").hidden = true;
  form.querySelector("#ch").hidden = true;
  progress.hidden = true;
  place.classList.add("done");
  status.textContent = "已由电脑验证，不用填验证码。请点“登录”。";
}

async function search(start, shift) {
  let until = performance.now() + TURN_MS;
  for (let number = 0; ; number++) {
    if (head(start + number) >>> shift === 0) {
      return number;
    }
    if ((number & 0x3ff) === 0x3ff && performance.now() > until) {
      await new Promise((go) => setTimeout(go));
      until = performance.now() + TURN_MS;
    }
  }
}
