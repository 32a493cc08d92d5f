/** The worker: registers every listener at once, then waits for the store. It keeps no state of its own. */
import { answer } from "../../src/protocol/answer.ts";
import { browser, type Runtime } from "../browser/api.ts";
import { messageSender } from "../browser/message-sender.ts";
import { openStore } from "../store/open-store.ts";
import { handlers } from "./handlers.ts";
import { pointedPageMayBeGone } from "./point-in-page.ts";
import { recoverCaptures } from "./recover-captures.ts";
import { pageMayBeGone, tabIsGone } from "./watch-tabs.ts";

browser.runtime.onMessage.addListener((message: unknown, from: Runtime.MessageSender) => {
  const sender = messageSender(from);
  return (sender && answer(handlers, message, sender)) ?? undefined;
});

browser.tabs.onRemoved.addListener((tabId) => {
  void tabIsGone(tabId);
  void pointedPageMayBeGone(tabId);
});
browser.tabs.onUpdated.addListener((tabId, { status }) => {
  if (!status) return;
  void pageMayBeGone(tabId);
  void pointedPageMayBeGone(tabId);
});

// Being called at the browser's start is enough: it starts the worker.
browser.runtime.onStartup.addListener(() => undefined);

// Every start looks for captures that a crash, a kill or a closed browser left unfinished.
void openStore().then(recoverCaptures, () => undefined);
