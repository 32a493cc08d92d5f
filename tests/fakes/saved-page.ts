/** Reads a saved page in Node with the reader that ships: the browser's parser, no style sheets, nothing drawn. */
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import type { Moment } from "../../src/base/clock.ts";
import { PageReading } from "../../src/capture/page-reading.ts";

/** What the reader asks of a page's window. */
const windowParts = [
  "window",
  "document",
  "location",
  "navigator",
  "getComputedStyle",
  "Element",
  "Text",
  "Node",
  "HTMLElement",
  "HTMLImageElement",
  "HTMLVideoElement",
  "HTMLAudioElement",
  "HTMLInputElement",
  "innerWidth",
  "innerHeight",
  "scrollX",
  "scrollY",
  "devicePixelRatio",
] as const;

export const readingMoment: Moment = {
  utc: "2026-11-27T05:00:00.000Z",
  offsetMinutes: 480,
  zone: "Asia/Taipei",
  monotonicMs: 0,
  timeOriginMs: 0,
};

export function readSavedFile(file: string, url: string): Promise<PageReading> {
  return readSavedText(readFileSync(file, "utf8"), url);
}

/** A file of JSON is shown as browsers show it: as text in a page. */
export async function readSavedText(text: string, url: string, readAt = readingMoment): Promise<PageReading> {
  const isJson = /^\s*[[{]/.test(text);
  const { window } = new JSDOM(isJson ? "<pre></pre>" : text, { url });
  if (isJson) {
    const pre = window.document.querySelector("pre");
    if (pre) pre.textContent = text;
    Object.defineProperty(window.document, "contentType", { value: "application/json" });
  }
  drawNothing(window as unknown as DrawnWindow);
  const given = new Map<string, PropertyDescriptor | undefined>();
  for (const name of [...windowParts, "chrome"]) {
    given.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
    const value = name === "chrome" ? { runtime: {} } : (window as unknown as Record<string, unknown>)[name];
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  try {
    const { readPage } = await import("../../extension/content/read-page.ts");
    return PageReading.parse(readPage(readAt));
  } finally {
    for (const [name, descriptor] of given) restore(name, descriptor);
    window.close();
  }
}

function restore(name: string, descriptor: PropertyDescriptor | undefined): void {
  if (descriptor) Object.defineProperty(globalThis, name, descriptor);
  else Reflect.deleteProperty(globalThis, name);
}

interface DrawnWindow {
  document: Document;
  HTMLIFrameElement: { prototype: HTMLIFrameElement };
  Element: { prototype: Element };
  HTMLElement: { prototype: HTMLElement };
  getComputedStyle(element: Element): CSSStyleDeclaration;
}

/** Where nothing is drawn, `display: none` and `hidden` written in the page itself are what hides. */
function drawNothing(window: DrawnWindow): void {
  window.Element.prototype.checkVisibility = function (this: Element): boolean {
    for (let at: Element | null = this; at; at = at.parentElement) {
      const style = at.getAttribute("style") ?? "";
      if (at.hasAttribute("hidden") || /display:\s*none|visibility:\s*hidden/.test(style)) return false;
    }
    return true;
  };
  for (const list of ["adoptedStyleSheets", "styleSheets"]) {
    Object.defineProperty(window.document, list, { value: [], configurable: true });
  }
  // Frames stay empty: nothing is fetched.
  const frame = { configurable: true, get: () => null };
  Object.defineProperty(window.HTMLIFrameElement.prototype, "contentDocument", frame);
  // Style sheets are not loaded; computing styles without them takes longer than everything else.
  window.getComputedStyle = (element) => {
    const isPre = element.closest("pre, #main-content") !== null;
    return { whiteSpace: isPre ? "pre" : "normal", display: "block" } as CSSStyleDeclaration;
  };
  Object.defineProperty(window.HTMLElement.prototype, "innerText", {
    configurable: true,
    get(this: HTMLElement) {
      return this.textContent;
    },
  });
}
