/** The extension's button in the toolbar of Firefox, pressed with a real mouse, and the popup that it opens. */
import type { Page } from "puppeteer-core";
import type { FirefoxWindow } from "./firefox-window.ts";

export interface FirefoxPopup {
  /** What `main` says about itself; null once the popup has closed. */
  facts(): Promise<Record<string, string> | null>;
  text(): Promise<string>;
  has(selector: string): Promise<boolean>;
  /** With the mouse, where a person would have scrolled to it. @throws when nothing is there */
  press(selector: string): Promise<void>;
  choose(selector: string, value: string): Promise<void>;
  /** The facts of the first of these screens that shows. @throws after so many seconds, or when the popup closes */
  waitFor(screens: readonly string[], seconds: number): Promise<Record<string, string>>;
}

const pollMs = 100;
const longestOpeningSeconds = 20;

/** The press grants the extension the tab in front, which is brought there first. */
export async function pressFirefoxToolbar(around: FirefoxWindow, page: Page): Promise<FirefoxPopup> {
  await page.bringToFront();
  await around.run(closePopup);
  await pressInWindow(around, await around.run(middleOfButton));
  const popup = popupIn(around);
  await popup.waitFor(["idle", "capturing", "kept", "failed"], longestOpeningSeconds);
  return popup;
}

function popupIn(around: FirefoxWindow): FirefoxPopup {
  const inPopup = <Result>(work: string, ...values: unknown[]): Promise<Result | null> =>
    around.run(runInPopup, work, values) as Promise<Result | null>;
  const placeOf = async (selector: string): Promise<Place> => {
    const middle = await inPopup<Place>(middleOfElement, selector);
    if (!middle) throw new Error(`the popup has no ${selector}`);
    const corner = await around.run(cornerOfPopup);
    return { x: middle.x + corner.x, y: middle.y + corner.y };
  };
  const popup: FirefoxPopup = {
    facts: () => inPopup(`(page) => ({ ...page.document.querySelector("main")?.dataset })`),
    text: async () => (await inPopup<string>("(page) => page.document.body.innerText")) ?? "",
    has: async (selector) =>
      (await inPopup<boolean>(
        "(page, selector) => page.document.querySelector(selector) !== null",
        selector,
      )) ?? false,
    press: async (selector) => {
      await pressInWindow(around, await placeAtRest(() => placeOf(selector)));
    },
    choose: async (selector, value) => void (await inPopup(chooseOption, selector, value)),
    waitFor: async (screens, seconds) => {
      const until = Date.now() + seconds * 1_000;
      while (Date.now() < until) {
        const facts = await popup.facts();
        if (facts?.["screen"] && screens.includes(facts["screen"])) return facts;
        await new Promise((resolve) => setTimeout(resolve, pollMs));
      }
      throw new Error(
        `the popup never showed ${screens.join(" or ")}: ${JSON.stringify(await popup.facts())}`,
      );
    },
  };
  return popup;
}

interface Place {
  x: number;
  y: number;
}

/** A popup that has just opened still grows and moves: pressed where it was, a button is missed. */
async function placeAtRest(look: () => Promise<Place>): Promise<Place> {
  let place = await look();
  for (let tries = 0; tries < 50; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, pollMs));
    const next = await look();
    if (next.x === place.x && next.y === place.y) return next;
    place = next;
  }
  return place;
}

async function pressInWindow(around: FirefoxWindow, place: Place): Promise<void> {
  await around.run(pressAt, Math.round(place.x), Math.round(place.y));
}

/* Everything below runs in the window of Firefox, as text: it can use nothing from above. */

/** Parts of Firefox's own window that TypeScript does not know. */
interface WindowOfFirefox extends Window {
  synthesizeMouseEvent(type: string, x: number, y: number, event: object, options?: object): void;
}

interface PopupBrowser extends HTMLElement {
  messageManager: {
    addMessageListener(name: string, listener: (message: { data: unknown }) => void): void;
    loadFrameScript(address: string, isForLater: boolean): void;
  };
}

function pressAt(x: number, y: number): void {
  const around = window as unknown as WindowOfFirefox;
  for (const type of ["mousemove", "mousedown", "mouseup"])
    around.synthesizeMouseEvent(type, x, y, { button: 0, clickCount: 1 });
}

function middleOfButton(): Place {
  const button = document.querySelector(".webextension-browser-action");
  if (!button) throw new Error("no button in the toolbar");
  const { x, y, width, height } = button.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}

function cornerOfPopup(): Place {
  const browser = document.querySelector(".webextension-popup-browser");
  if (!browser) throw new Error("no popup is open");
  const { x, y } = browser.getBoundingClientRect();
  return { x, y };
}

async function closePopup(): Promise<void> {
  const panel = document.querySelector(".webextension-popup-browser")?.closest("panel") as
    | (HTMLElement & { hidePopup(): void })
    | null;
  if (!panel) return;
  panel.hidePopup();
  while (document.querySelector(".webextension-popup-browser"))
    await new Promise((resolve) => setTimeout(resolve, 20));
}

/** The popup lives in a process of its own; null when it is closed or closes before it answers. */
function runInPopup(work: string, values: unknown[]): Promise<unknown> {
  const browser = document.querySelector<PopupBrowser>(".webextension-popup-browser");
  if (!browser?.messageManager) return Promise.resolve(null);
  const name = `keepleaf-${Math.random()}`;
  const script = `let answer = null;
    try { answer = (${work})(content, ...${JSON.stringify(values)}); } catch {}
    sendAsyncMessage(${JSON.stringify(name)}, answer);`;
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), 3_000);
    browser.messageManager.addMessageListener(name, ({ data }) => resolve(data));
    browser.messageManager.loadFrameScript(`data:,${encodeURIComponent(script)}`, false);
  });
}

const middleOfElement = `(page, selector) => {
  const element = page.document.querySelector(selector);
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}`;

const chooseOption = `(page, selector, value) => {
  const select = page.document.querySelector(selector);
  select.value = value;
  select.dispatchEvent(new page.Event("change", { bubbles: true }));
}`;
