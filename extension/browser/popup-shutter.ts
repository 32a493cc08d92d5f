/** Makes the open popup the fast shutter: Chromium does not ration shots of a page whose person has just clicked. */
import type { EvidenceStore } from "../../src/evidence/evidence-store.ts";
import { answer } from "../../src/protocol/answer.ts";
import type { Handlers } from "../../src/protocol/contract.ts";
import { browser } from "./api.ts";
import { takeFrame } from "./visible-tab-shutter.ts";

export interface ServedCapture {
  tabId: number;
  store: EvidenceStore;
}

/** Serves until the returned function is called or the popup closes; the worker takes over from there. */
export function serveShutter({ tabId, store }: ServedCapture): () => void {
  const handlers: Handlers<"shutter"> = { "frame.take": (request) => takeFrame(store, request) };
  const port = browser.tabs.connect(tabId, { name: "shutter", frameId: 0 });
  port.onMessage.addListener((message) => {
    const { id, envelope } = message as { id?: unknown; envelope?: unknown };
    // The driver is the only thing on the other end: pages cannot open or hear our ports.
    const reply = answer(handlers, envelope, { sender: "content", tabId, documentId: null });
    void reply?.then((answered) => port.postMessage({ id, reply: answered })).catch(() => undefined);
  });
  return () => port.disconnect();
}
