// What is typed and not yet known to be stored is kept in this browser too, from the key stroke on, so that neither a
// lost connection nor a closed tab nor a crash costs it (spec F6). Each page keeps its own copy; a page that is gone
// leaves its copy behind, to be offered by the next one. Copies are kept by account, and never longer than a month.

const KEY = "chengjie:copy:";
const ALIVE = "chengjie:page:";
const MONTH = 30 * 24 * 3_600_000;

export const PAGE = crypto.randomUUID();
const mine = `${KEY}${document.body.dataset.account}:${location.pathname}:`;

// Held as long as this page lives: what it keeps is its own business, and offered to no other window.
navigator.locks?.request(ALIVE + PAGE, () => new Promise(() => {}));

/** Keeps what is pending, or nothing where nothing is; answers whether the browser could. */
export function keepCopy(rows, contact) {
  try {
    if (Object.keys(rows).length || Object.keys(contact).length) {
      localStorage.setItem(mine + PAGE, JSON.stringify({ at: Date.now(), rows, contact }));
    } else {
      localStorage.removeItem(mine + PAGE);
    }
    return true;
  } catch {
    return false;
  }
}

/** The copies that pages of this account have left behind, the newest first. */
export async function leftCopies() {
  try {
    const { held } = await navigator.locks.query();
    const alive = new Set(held.map((lock) => lock.name));
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(KEY) && !alive.has(ALIVE + key.slice(key.lastIndexOf(":") + 1)))
      .map((key) => ({ key, ...JSON.parse(localStorage.getItem(key)) }))
      .filter((copy) => copy.at > Date.now() - MONTH || localStorage.removeItem(copy.key))
      .filter((copy) => copy.key.startsWith(mine))
      .sort((a, b) => b.at - a.at);
  } catch {
    return [];
  }
}

export const dropCopy = (copy) => localStorage.removeItem(copy.key);
