/** The only door to the browser object for pages and worker. The page driver has a door of its own, see content/. */
import browser from "webextension-polyfill";

export type { Runtime } from "webextension-polyfill";
export { browser };
