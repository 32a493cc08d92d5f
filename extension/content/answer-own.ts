/** How an injected script answers: our own contexts alone, which alone have our id. */
import { answer } from "../../src/protocol/answer.ts";
import type { MessageSender } from "../../src/protocol/contract.ts";
import { driverBrowser, type DriverSender, type MessageListener } from "./page-runtime.ts";

/** Pages have an address of their own, the worker a script's; Firefox runs the worker in a page that it makes up. */
const ownPages = /(?<!\/_generated_background_page)\.html$/;

/** For `runtime.onMessage`. What is not ours, or for none of these handlers, is left to others. */
export function answerOwn(handlers: Parameters<typeof answer>[0]): MessageListener {
  return (message, sender, respond) => {
    const trusted = trustedSender(sender);
    const reply = trusted && answer(handlers, message, trusted);
    if (!reply) return undefined;
    void reply.then(respond);
    return true;
  };
}

/** Null for anybody else. */
function trustedSender({ id, url }: DriverSender): MessageSender | null {
  if (id !== driverBrowser.runtime.id) return null;
  return { sender: ownPages.test(url ?? "") ? "ui" : "worker", tabId: null, documentId: null };
}
