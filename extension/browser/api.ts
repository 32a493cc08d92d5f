/** The only door to the browser object for pages and worker. The page driver has a door of its own, see content/. */
import browser from "webextension-polyfill";

export type { Runtime } from "webextension-polyfill";
export { browser };

interface Offscreen {
  createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
}

/** Chromium only, and unknown to the polyfill; its own form gives promises. */
export const offscreen =
  (globalThis as unknown as { chrome?: { offscreen?: Offscreen } }).chrome?.offscreen ?? null;
