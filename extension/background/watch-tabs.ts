/** A captured page that goes away ends its capture with the reason, at once. */
import { isRunning } from "../../src/evidence/capture-journal.ts";
import { openStore } from "../store/open-store.ts";
import { endWithoutDriver, isDriven } from "./recover-captures.ts";

export async function tabIsGone(tabId: number): Promise<void> {
  const store = await openStore();
  for (const journal of await capturesIn(tabId)) await endWithoutDriver(store, journal, "tab-closed");
}

/** Called whenever a tab loads something: in-page moves leave the driver where it is, new documents do not. */
export async function pageMayBeGone(tabId: number): Promise<void> {
  const store = await openStore();
  for (const journal of await capturesIn(tabId)) {
    if (!(await isDriven(journal))) await endWithoutDriver(store, journal, "page-navigated");
  }
}

async function capturesIn(tabId: number) {
  const captures = await (await openStore()).listCaptures();
  return captures.filter(
    (journal) => journal.tabId === tabId && isRunning(journal) && journal.state === "capturing",
  );
}
