/** Typed messages from our own pages and worker. Pixels never travel in them. */
import { Failure } from "../../src/base/failure.ts";
import { connect, type Send } from "../../src/protocol/connect.ts";
import { browser } from "./api.ts";

export const sendToWorker: Send = connect((envelope) => browser.runtime.sendMessage(envelope));

/** Messages for the driver in the main frame of one tab. @throws Failure `page-gone` when no driver listens there */
export function sendToPage(tabId: number): Send {
  return connect(async (envelope) => {
    try {
      return await browser.tabs.sendMessage(tabId, envelope, { frameId: 0 });
    } catch (cause) {
      throw new Failure("page-gone", `no driver in tab ${tabId}`, { cause });
    }
  });
}
