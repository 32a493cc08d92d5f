/** What is stored, looked at from a window of the extension's own that takes the front from nobody. */
import type { Page } from "puppeteer-core";
import type { InBrowser } from "./in-browser.ts";

export interface StoredCapture {
  id: string;
  state: string;
  framesTaken: number;
  /** Frames that lie in the journal right now. */
  frames: number;
}

export interface StoredItemFacts {
  id: string;
  caseId: string;
  isReadBack: boolean;
  verdict: string;
  notes: string[];
  /** Sequence numbers, in order. */
  sequences: number[];
  /** Names of files that are missing or are not what was written down. */
  damaged: string[];
  finishedAtUtc: string;
}

/** A second window with the library: pages in other windows stay in front in theirs. */
export async function openObserver({ keepleaf }: InBrowser): Promise<Page> {
  const session = await keepleaf.browser.target().createCDPSession();
  const url = keepleaf.addressOf("extension/library/library.html?observer");
  const opened = keepleaf.browser.waitForTarget((target) => target.url() === url);
  await session.send("Target.createTarget", { url, newWindow: true, background: true });
  const page = await (await opened).page();
  if (!page) throw new Error("the observer's window did not open");
  return page;
}

export function capturesIn(observer: Page): Promise<StoredCapture[]> {
  return observer.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open("keepleaf");
      opening.onsuccess = () => resolve(opening.result);
    });
    const reading = database.transaction(["captures", "frames"]);
    const all = <T>(name: string, keys = false) =>
      new Promise<T[]>((resolve) => {
        const store = reading.objectStore(name);
        const request = keys ? store.getAllKeys() : store.getAll();
        request.onsuccess = () => resolve(request.result as T[]);
      });
    const captures = await all<{ id: string; state: string; framesTaken: number }>("captures");
    const frames = await all<[string, number]>("frames", true);
    database.close();
    return captures.map(({ id, state, framesTaken }) => ({
      id,
      state,
      framesTaken,
      frames: frames.filter(([captureId]) => captureId === id).length,
    }));
  });
}

/** Every item with each of its files read and hashed again, oldest first. */
export function itemsIn(observer: Page): Promise<StoredItemFacts[]> {
  return observer.evaluate(async () => {
    interface Item {
      id: string;
      caseId: string;
      verdict: { kind: string; notes: { code: string }[] };
      picture: { frames: { sequence: number }[] } | null;
      files: { name: string; sha256: string }[];
      finishedAt: { utc: string };
    }
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open("keepleaf");
      opening.onsuccess = () => resolve(opening.result);
    });
    const read = <T>(name: string, key?: IDBValidKey) =>
      new Promise<T>((resolve) => {
        const store = database.transaction(name).objectStore(name);
        const request = key === undefined ? store.getAll() : store.get(key);
        request.onsuccess = () => resolve(request.result as T);
      });
    const isWhole = async (itemId: string, { name, sha256 }: { name: string; sha256: string }) => {
      const row = await read<{ blob: Blob } | undefined>("files", [itemId, name]);
      if (!row) return false;
      const digest = await crypto.subtle.digest("SHA-256", await row.blob.arrayBuffer());
      const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
      return hex === sha256;
    };
    const rows = await read<{ item: Item; readBackAt: unknown }[]>("items");
    const facts = await Promise.all(
      rows.map(async ({ item, readBackAt }) => {
        const checked = await Promise.all(item.files.map((file) => isWhole(item.id, file)));
        return {
          id: item.id,
          caseId: item.caseId,
          isReadBack: readBackAt !== null,
          verdict: item.verdict.kind,
          notes: item.verdict.notes.map(({ code }) => code),
          sequences: (item.picture?.frames ?? []).map(({ sequence }) => sequence),
          damaged: item.files.filter((_, index) => !checked[index]).map(({ name }) => name),
          finishedAtUtc: item.finishedAt.utc,
        };
      }),
    );
    database.close();
    return facts.sort((one, other) => one.finishedAtUtc.localeCompare(other.finishedAtUtc));
  });
}

/** Whether no frame number is missing between the first and the last. */
export function areContiguous(sequences: readonly number[]): boolean {
  return sequences.every((sequence, index) => sequence === index);
}
