/** Who sent a message, by what the browser says of them, never by what the message says. */
import type { MessageSender } from "../../src/protocol/contract.ts";
import { browser, type Runtime } from "./api.ts";

/**
 * Null for everything that is not ours: another extension, or a page of any kind.
 * Our own pages have our origin; our driver speaks from the main frame of a tab and has the page's.
 */
export function messageSender(sender: Runtime.MessageSender): MessageSender | null {
  if (sender.id !== browser.runtime.id) return null;
  const tabId = sender.tab?.id ?? null;
  const documentId = (sender as { documentId?: string }).documentId ?? null;
  if (sender.url?.startsWith(browser.runtime.getURL(""))) return { sender: "ui", tabId, documentId };
  if (tabId === null || sender.frameId !== 0) return null;
  return { sender: "content", tabId, documentId };
}
