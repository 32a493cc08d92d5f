/** Within a transaction: only a capture whose journal is there can be added to. */
import type { IDBPTransaction, StoreNames } from "idb";
import { Failure } from "../../src/base/failure.ts";
import type { CaptureJournal } from "../../src/evidence/capture-journal.ts";
import type { KeepleafSchema } from "./database.ts";

export type Writing = IDBPTransaction<KeepleafSchema, StoreNames<KeepleafSchema>[], "readwrite">;

export async function replaceCapture(writing: Writing, journal: CaptureJournal): Promise<void> {
  await mustKnow(writing, journal.id);
  await writing.objectStore("captures").put(journal);
}

export async function mustKnow(writing: Writing, captureId: string): Promise<void> {
  if (await writing.objectStore("captures").getKey(captureId)) return;
  throw new Failure("capture-unknown", `no capture ${captureId}`);
}

export async function forgetPictures(writing: Writing, captureId: string): Promise<void> {
  await writing.objectStore("frames").delete(allOf(captureId));
  await writing.objectStore("tiles").delete(allOf(captureId));
}

/** The journal of a kept capture still says which page it was. */
export async function forgetJournalOf(writing: Writing, itemId: string): Promise<void> {
  const captures = writing.objectStore("captures");
  for (const { id, itemId: made } of await captures.getAll()) if (made === itemId) await captures.delete(id);
}

/** Every key that begins with this capture. */
export function allOf(captureId: string): IDBKeyRange {
  return IDBKeyRange.bound([captureId], [captureId, []]);
}
