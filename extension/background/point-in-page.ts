/** Lets a person point at a value in the page an item was kept from, and keeps what they chose until they confirm it. */
import { isRunning } from "../../src/evidence/capture-journal.ts";
import type { EvidenceStore } from "../../src/evidence/evidence-store.ts";
import { Failure } from "../../src/base/failure.ts";
import type { MessageSender, PointStart, Request } from "../../src/protocol/contract.ts";
import { browser } from "../browser/api.ts";
import { insertCover } from "../browser/point-sheet.ts";
import { sendToPage } from "../browser/send.ts";
import { inTime } from "../device/in-time.ts";
import { randomHex } from "../device/random.ts";
import { type PointingRecord, readPointing, writePointing } from "../store/pointing-record.ts";
import pagePointer from "../content/pointing/page-pointer.ts?script&iife";

export async function startPointing(
  store: EvidenceStore,
  { itemId, field }: Request<"point.start">,
  sender: MessageSender,
): Promise<PointStart> {
  await stopPointing();
  const stored = await store.readItem(itemId);
  const tab = stored && (await tabShowing(stored.item.address.url));
  if (!tab) return { kind: "refused", because: "no-page" };
  return navigator.locks.request("capture-start", async () => {
    if ((await store.listCaptures()).some(isRunning))
      return { kind: "refused", because: "already-capturing" };
    const token = randomHex(32);
    const { tabId } = tab;
    const state = { kind: "looking" } as const;
    await writePointing({ token, itemId, field, tabId, askedFromTabId: sender.tabId, state });
    try {
      await browser.scripting.executeScript({ target: { tabId }, files: [pagePointer] });
      await sendToPage(tabId)("pointer.begin", { token });
    } catch {
      await writePointing(null);
      return { kind: "refused", because: "page-refuses" };
    }
    // From the popup it is in front already, and must not take the popup away.
    if (sender.tabId !== null) await bringToFront(tabId, tab.windowId);
    return { kind: "started", tabId };
  });
}

/** Addresses are told of those tabs alone on which the person pressed the button, which are the ones we may enter. */
async function tabShowing(url: string): Promise<{ tabId: number; windowId: number | undefined } | null> {
  const tabs = (await browser.tabs.query({})).filter((tab) => tab.url === url && tab.id !== undefined);
  const [found] = tabs.sort((one, other) => lastSeen(other) - lastSeen(one));
  return found?.id === undefined ? null : { tabId: found.id, windowId: found.windowId };
}

function lastSeen({ active, lastAccessed }: { active: boolean; lastAccessed?: number }): number {
  return active ? Number.POSITIVE_INFINITY : (lastAccessed ?? 0);
}

/** Whoever pointed is forgotten, wherever they were; resolves when their page is as it was. */
export async function stopPointing(): Promise<void> {
  const record = await readPointing();
  if (!record) return;
  await writePointing(null);
  await inTime(sendToPage(record.tabId)("pointer.leave", null)).catch(() => undefined);
}

export async function coverPage(request: Request<"point.cover">, sender: MessageSender): Promise<void> {
  await insertCover((await pointingOf(request, sender)).tabId, request.path);
}

/** What is chosen counts only while the page is the one the item was kept from. */
export async function keepChosen(
  store: EvidenceStore,
  { pointed, ...ref }: Request<"point.chosen">,
  sender: MessageSender,
): Promise<void> {
  const record = await lookingOf(ref, sender);
  const stored = await store.readItem(record.itemId);
  const { url } = await browser.tabs.get(record.tabId);
  const isSamePage = stored !== null && url === stored.item.address.url;
  await settle(record, isSamePage ? { kind: "chosen", pointed } : { kind: "ended", because: "page-gone" });
}

export async function endPointing(
  { because, ...ref }: Request<"point.ended">,
  sender: MessageSender,
): Promise<void> {
  await settle(await lookingOf(ref, sender), { kind: "ended", because });
}

async function settle(record: PointingRecord, state: PointingRecord["state"]): Promise<void> {
  await writePointing({ ...record, state });
  await showAsker(record).catch(() => undefined);
}

/** Where it was asked is where it is confirmed. A popup that is still open stays; one that closed is opened again. */
async function showAsker({ askedFromTabId, tabId }: PointingRecord): Promise<void> {
  if (askedFromTabId === null) {
    const { windowId } = await browser.tabs.get(tabId);
    await browser.action.openPopup(windowId === undefined ? {} : { windowId });
    return;
  }
  const { windowId } = await browser.tabs.get(askedFromTabId);
  await bringToFront(askedFromTabId, windowId);
}

async function bringToFront(tabId: number, windowId: number | undefined): Promise<void> {
  await browser.tabs.update(tabId, { active: true });
  if (windowId !== undefined) await browser.windows.update(windowId, { focused: true });
}

/** A tab that loads something else, or is closed, can no longer be pointed at. */
export async function pointedPageMayBeGone(tabId: number): Promise<void> {
  const record = await readPointing();
  if (record?.tabId !== tabId || record.state.kind !== "looking") return;
  const stored = await browser.tabs.get(tabId).catch(() => null);
  const isThere = stored && (await sendToPage(tabId)("pointer.there", null).catch(() => false));
  if (!isThere) await writePointing({ ...record, state: { kind: "ended", because: "page-gone" } });
}

async function lookingOf(ref: { token: string }, sender: MessageSender): Promise<PointingRecord> {
  const record = await pointingOf(ref, sender);
  if (record.state.kind !== "looking") throw new Failure("message-refused", "the pointing is over");
  return record;
}

/** The picker may speak only for the pointing it was injected for, from the tab it was injected into. */
async function pointingOf({ token }: { token: string }, sender: MessageSender): Promise<PointingRecord> {
  const record = await readPointing();
  if (record?.token !== token || record.tabId !== sender.tabId)
    throw new Failure("message-refused", "not this pointing");
  return record;
}
