/** Reads which screen a page of the extension shows, without lending it a user gesture it did not get. */
import type { CDPSession, Page } from "puppeteer-core";

/** What `main` says about itself: `screen` and whatever belongs to it (`code`, `itemId`, `seal`, `file`). */
export type ScreenFacts = Readonly<Record<string, string>>;

/** `gone`: the window closed before it showed any of the screens; `silent`: the time was up. */
export type Seen = { kind: "seen"; facts: ScreenFacts } | { kind: "gone" } | { kind: "silent" };

/**
 * Waits until `main[data-screen]` is one of `screens`. DevTools' ordinary evaluation renews the user activation
 * and would make the fast lane look faster than it is; this one does not.
 */
export async function waitForScreen(page: Page, screens: readonly string[], seconds: number): Promise<Seen> {
  const session = await page.createCDPSession().catch(() => null);
  if (!session) return { kind: "gone" };
  const timeUp = new AbortController();
  const silent = silenceAfter(seconds, timeUp.signal);
  try {
    return await Promise.race([seenIn(session, screens, seconds), silent]);
  } finally {
    timeUp.abort();
    await session.detach().catch(() => undefined);
  }
}

async function seenIn(session: CDPSession, screens: readonly string[], seconds: number): Promise<Seen> {
  const expression = `(${watch})(${JSON.stringify(screens)})`;
  const asked = { expression, awaitPromise: true, returnByValue: true, userGesture: false };
  try {
    // The usual limit of three minutes would look like a window that has closed.
    const answer = await session.send("Runtime.evaluate", asked, { timeout: (seconds + 60) * 1_000 });
    return answer.exceptionDetails
      ? { kind: "gone" }
      : { kind: "seen", facts: answer.result.value as ScreenFacts };
  } catch {
    return { kind: "gone" };
  }
}

function silenceAfter(seconds: number, signal: AbortSignal): Promise<Seen> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ kind: "silent" }), seconds * 1_000);
    signal.addEventListener("abort", () => clearTimeout(timer));
  });
}

/** Runs in the page, as text. */
const watch = `(screens) => new Promise((resolve) => {
  const look = () => {
    const main = document.querySelector("main[data-screen]");
    if (!main || !screens.includes(main.dataset.screen)) return false;
    resolve({ ...main.dataset });
    return true;
  };
  if (look()) return;
  const observer = new MutationObserver(() => look() && observer.disconnect());
  observer.observe(document, { subtree: true, childList: true, attributes: true });
})`;
