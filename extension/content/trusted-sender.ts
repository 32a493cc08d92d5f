/** Who speaks to an injected script: our own contexts alone have our id. */
import type { MessageSender } from "../../src/protocol/contract.ts";
import { driverBrowser, type DriverSender } from "./page-runtime.ts";

/** Pages have an address of their own, the worker a script's; Firefox runs the worker in a page that it makes up. */
const ownPages = /(?<!\/_generated_background_page)\.html$/;

/** Null for anybody else. */
export function trustedSender({ id, url }: DriverSender): MessageSender | null {
  if (id !== driverBrowser.runtime.id) return null;
  return { sender: ownPages.test(url ?? "") ? "ui" : "worker", tabId: null, documentId: null };
}
