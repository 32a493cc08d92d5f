/** The evidence store in IndexedDB: every writing call is one strict transaction. */
import type { StoreNames } from "idb";
import { Failure } from "../../src/base/failure.ts";
import type { PageReading } from "../../src/capture/page-reading.ts";
import type { CaseFact } from "../../src/cases/case-fact.ts";
import type { PageViews } from "../../src/capture/views/page-views.ts";
import { emptyLog, headAfter, type LogHead } from "../../src/custody/custody-chain.ts";
import type { CustodyEntry } from "../../src/custody/custody-entry.ts";
import type { CaptureJournal } from "../../src/evidence/capture-journal.ts";
import { type CaseFile, upgradeCase } from "../../src/evidence/case-file.ts";
import type {
  EvidenceStore,
  ItemToKeep,
  JournalFrame,
  JournalTile,
  ReadBack,
  StoredItem,
} from "../../src/evidence/evidence-store.ts";
import type { CaptureReading, Database, KeepleafSchema } from "./database.ts";
import { tellOfFrame } from "./frame-news.ts";
import {
  allOf,
  forgetJournalOf,
  forgetPictures,
  mustKnow,
  replaceCapture,
  type Writing,
} from "./known-capture.ts";
import { storageFailure } from "./storage-failure.ts";

type StoreName = StoreNames<KeepleafSchema>;

export class IdbEvidenceStore implements EvidenceStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  addCase(file: CaseFile, entry: CustodyEntry): Promise<void> {
    return this.#writeLogged(["cases"], entry, (writing) => writing.objectStore("cases").add(file));
  }

  async listCases(): Promise<CaseFile[]> {
    return (await this.#database.getAll("cases")).map(upgradeCase);
  }

  addFact(fact: CaseFact, entry: CustodyEntry): Promise<void> {
    return this.#writeLogged(["facts"], entry, (writing) => writing.objectStore("facts").add(fact));
  }

  listFacts(caseId: string): Promise<unknown[]> {
    return this.#database.getAll("facts", IDBKeyRange.bound([caseId], [caseId, []]));
  }

  openCapture(journal: CaptureJournal): Promise<void> {
    return this.#write(["captures"], (writing) => writing.objectStore("captures").put(journal));
  }

  async readCapture(captureId: string): Promise<CaptureJournal | null> {
    return (await this.#database.get("captures", captureId)) ?? null;
  }

  listCaptures(): Promise<CaptureJournal[]> {
    return this.#database.getAll("captures");
  }

  updateCapture(journal: CaptureJournal): Promise<void> {
    return this.#write(["captures"], (writing) => replaceCapture(writing, journal));
  }

  writeReading(captureId: string, reading: PageReading): Promise<void> {
    return this.#changeReading(captureId, (known) => ({ ...known, reading }));
  }

  async readReading(captureId: string): Promise<PageReading | null> {
    return (await this.#database.get("readings", captureId))?.reading ?? null;
  }

  writeViews(captureId: string, views: PageViews): Promise<void> {
    return this.#changeReading(captureId, (known) => {
      const others = (known.views ?? []).filter(({ stage }) => stage !== views.stage);
      return { ...known, views: [...others, views] };
    });
  }

  async readViews(captureId: string): Promise<PageViews[]> {
    return (await this.#database.get("readings", captureId))?.views ?? [];
  }

  writePageFile(captureId: string, pageFile: Blob): Promise<void> {
    return this.#changeReading(captureId, (known) => ({ ...known, pageFile }));
  }

  async readPageFile(captureId: string): Promise<Blob | null> {
    return (await this.#database.get("readings", captureId))?.pageFile ?? null;
  }

  #changeReading(captureId: string, change: (known: CaptureReading) => CaptureReading): Promise<void> {
    return this.#write(["captures", "readings"], async (writing) => {
      await mustKnow(writing, captureId);
      const known = (await writing.objectStore("readings").get(captureId)) ?? { captureId, reading: null };
      await writing.objectStore("readings").put(change(known));
    });
  }

  async writeFrame(frame: JournalFrame, journal: CaptureJournal): Promise<void> {
    await this.#write(["captures", "frames"], async (writing) => {
      await replaceCapture(writing, journal);
      await writing.objectStore("frames").put(frame);
    });
    tellOfFrame(frame.captureId);
  }

  readFrames(captureId: string): Promise<JournalFrame[]> {
    return this.#database.getAll("frames", allOf(captureId));
  }

  dropFrames(captureId: string): Promise<void> {
    return this.#write(["frames", "tiles"], (writing) => forgetPictures(writing, captureId));
  }

  writeTile(tile: JournalTile): Promise<void> {
    return this.#write(["captures", "tiles"], async (writing) => {
      await mustKnow(writing, tile.captureId);
      await writing.objectStore("tiles").put(tile);
    });
  }

  readTiles(captureId: string): Promise<JournalTile[]> {
    return this.#database.getAll("tiles", allOf(captureId));
  }

  closeCapture(captureId: string): Promise<void> {
    return this.#write(["captures", "readings", "frames", "tiles"], async (writing) => {
      await writing.objectStore("captures").delete(captureId);
      await writing.objectStore("readings").delete(captureId);
      await forgetPictures(writing, captureId);
    });
  }

  keepItem({ item, files, entry, captureId }: ItemToKeep): Promise<void> {
    const names: StoreName[] = ["items", "files", "captures", "readings", "frames", "tiles"];
    return this.#writeLogged(names, entry, async (writing) => {
      await writing.objectStore("items").add({ item, readBackAt: null });
      const journal = await writing.objectStore("captures").get(captureId);
      if (journal) await writing.objectStore("captures").put({ ...journal, state: "kept", itemId: item.id });
      for (const [name, blob] of files)
        await writing.objectStore("files").add({ itemId: item.id, name, blob });
      await writing.objectStore("readings").delete(captureId);
      await forgetPictures(writing, captureId);
    });
  }

  markReadBack(itemId: string, { at, checksums }: ReadBack, entry: CustodyEntry): Promise<void> {
    return this.#writeLogged(["items"], entry, async (writing) => {
      const stored = await writing.objectStore("items").get(itemId);
      if (!stored) throw new Failure("nothing-kept", `no item ${itemId}`);
      await writing.objectStore("items").put({ ...stored, readBackAt: at, checksums });
    });
  }

  async listItems(caseId: string): Promise<StoredItem[]> {
    const items = await this.#database.getAllFromIndex("items", "byCase", caseId);
    return items.sort((one, other) => other.item.number - one.item.number);
  }

  countItems(): Promise<number> {
    return this.#database.count("items");
  }

  async readItem(itemId: string): Promise<StoredItem | null> {
    return (await this.#database.get("items", itemId)) ?? null;
  }

  async readFile(itemId: string, name: string): Promise<Blob | null> {
    try {
      return (await this.#database.get("files", [itemId, name]))?.blob ?? null;
    } catch {
      // A blob whose bytes are gone from the disk answers with an error (measured): damaged, like missing.
      return null;
    }
  }

  deleteItem(itemId: string, entry: CustodyEntry): Promise<void> {
    return this.#writeLogged(["items", "files", "captures"], entry, async (writing) => {
      await forgetJournalOf(writing, itemId);
      await writing.objectStore("items").delete(itemId);
      await writing.objectStore("files").delete(IDBKeyRange.bound([itemId], [itemId, []]));
    });
  }

  async logHead(caseId: string): Promise<LogHead> {
    const head = await this.#database.get("heads", caseId);
    return head ? { length: head.length, digest: head.digest } : emptyLog;
  }

  readLog(caseId: string): Promise<CustodyEntry[]> {
    return this.#database.getAll("log", IDBKeyRange.bound([caseId], [caseId, []]));
  }

  appendLog(entry: CustodyEntry): Promise<void> {
    return this.#writeLogged([], entry, async () => undefined);
  }

  /** The digest of the entry is made before the transaction: waiting for it inside would end the transaction. */
  async #writeLogged(
    names: StoreName[],
    entry: CustodyEntry,
    work: (writing: Writing) => Promise<unknown>,
  ): Promise<void> {
    const next = await headAfter(entry);
    await this.#write([...names, "log", "heads"], async (writing) => {
      const head = (await writing.objectStore("heads").get(entry.caseId)) ?? emptyLog;
      if (head.length !== entry.sequence || head.digest !== entry.previous) {
        throw new Failure("log-moved", `log of ${entry.caseId} has moved on`);
      }
      await writing.objectStore("log").add(entry);
      await writing.objectStore("heads").put({ ...next, caseId: entry.caseId });
      await work(writing);
    });
  }

  async #write(names: StoreName[], work: (writing: Writing) => Promise<unknown>): Promise<void> {
    let writing: Writing | undefined;
    try {
      writing = this.#database.transaction(names, "readwrite", { durability: "strict" });
      await work(writing);
      await writing.done;
    } catch (error) {
      writing?.done.catch(() => undefined);
      abortQuietly(writing);
      throw storageFailure(error);
    }
  }
}

function abortQuietly(writing: Writing | undefined): void {
  try {
    writing?.abort();
  } catch {
    // It has already ended by itself: nothing of it was written.
  }
}
