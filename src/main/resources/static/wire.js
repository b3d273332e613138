// The way to the server and back: what came of a request is told apart, so that each can be met.

const PATIENCE = 20_000;

/**
 * Sends a form's fields. Answers one of:
 * {@code told} (the server has judged it), {@code refused} (not taken, with its words), {@code signedOut},
 * {@code stranger} (another account is signed in by now), {@code away} (no answer, so that it may have arrived all the
 * same, or one that says when to come again).
 */
export async function send(form, fields, { to = form.getAttribute("action"), keepalive = false } = {}) {
  try {
    let answer = await post(form, fields, to, keepalive);
    if (answer.status === 403 && !keepalive) {
      const is = await renewToken();
      if (is !== "same") {
        return { kind: is };
      }
      answer = await post(form, fields, to, keepalive);
    }
    return await tell(answer);
  } catch {
    return { kind: "away", words: "" };
  }
}

function post(form, fields, to, keepalive) {
  return fetch(to, {
    method: "POST",
    headers: { Accept: "application/json", "X-CSRF-TOKEN": form.querySelector("[name=_csrf]").value },
    body: fields,
    keepalive,
    signal: keepalive ? undefined : AbortSignal.timeout(PATIENCE),
  });
}

async function tell(answer) {
  if (answer.status === 401) {
    return { kind: "signedOut" };
  }
  const told = await answer.json().catch(() => null);
  if (answer.ok || told?.rows) {
    return told ? { kind: "told", told, status: answer.status } : { kind: "away", words: "" };
  }
  const kind = answer.status >= 500 || answer.status === 429 ? "away" : "refused";
  const again = Number(answer.headers.get("Retry-After") ?? 0) * 1_000;
  return { kind, words: told?.message ?? "", status: answer.status, told, again };
}

/** This page as the server shows it now; where nobody is signed in any more, the entrance. */
export async function pageAnew() {
  const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/**
 * A new sign-in gives a new token; this page's is renewed by a fresh copy of the page. Answers {@code same} where the
 * account is still the one that the page was made for.
 */
export async function renewToken() {
  const page = await pageAnew();
  const token = page.querySelector("[name=_csrf]");
  const account = page.body.dataset.account;
  if (!token || !account) {
    return "signedOut";
  }
  if (account !== document.body.dataset.account) {
    return "stranger";
  }
  document.querySelectorAll("[name=_csrf]").forEach((field) => (field.value = token.value));
  document.body.setAttribute("hx-headers", page.body.getAttribute("hx-headers"));
  return "same";
}
