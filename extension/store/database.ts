/** The database: its stores, and one step a version. */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { PageReading } from "../../src/capture/page-reading.ts";
import type { CaseFact } from "../../src/cases/case-fact.ts";
import type { PageViews } from "../../src/capture/views/page-views.ts";
import type { CustodyEntry } from "../../src/custody/custody-entry.ts";
import type { LogHead } from "../../src/custody/custody-chain.ts";
import type { CaptureJournal } from "../../src/evidence/capture-journal.ts";
import type { AnyCaseFile } from "../../src/evidence/case-file.ts";
import type { JournalFrame, JournalTile, StoredItem } from "../../src/evidence/evidence-store.ts";

export interface KeepleafSchema extends DBSchema {
  /** Of whatever form they were written in. */
  cases: { key: string; value: AnyCaseFile };
  captures: { key: string; value: CaptureJournal };
  readings: { key: string; value: CaptureReading };
  frames: { key: [string, number]; value: JournalFrame };
  items: { key: string; value: StoredItem; indexes: { byCase: string } };
  files: { key: [string, string]; value: { itemId: string; name: string; blob: Blob } };
  tiles: { key: [string, number, number]; value: JournalTile };
  facts: { key: [string, number]; value: CaseFact };
  log: { key: [string, number]; value: CustodyEntry };
  heads: { key: string; value: LogHead & { caseId: string } };
}

/** What was read of a page under capture; either part may come first. */
export interface CaptureReading {
  captureId: string;
  reading: PageReading | null;
  /** Left out by versions that took no views. */
  views?: PageViews[];
  pageFile?: Blob;
}

export type Database = IDBPDatabase<KeepleafSchema>;

/** The name says nothing to someone who looks through the profile. */
const databaseName = "keepleaf";
const databaseVersion = 3;

export function openDatabase(): Promise<Database> {
  return openDB<KeepleafSchema>(databaseName, databaseVersion, {
    upgrade(database, oldVersion) {
      if (oldVersion < 1) createVersion1(database);
      if (oldVersion < 2) createVersion2(database);
      if (oldVersion < 3) createVersion3(database);
    },
    // A newer version in another window must not be held up by an old page left open.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
}

function createVersion1(database: Database): void {
  database.createObjectStore("cases", { keyPath: "id" });
  database.createObjectStore("captures", { keyPath: "id" });
  database.createObjectStore("readings", { keyPath: "captureId" });
  database.createObjectStore("frames", { keyPath: ["captureId", "frame.sequence"] });
  database.createObjectStore("items", { keyPath: "item.id" }).createIndex("byCase", "item.caseId");
  database.createObjectStore("files", { keyPath: ["itemId", "name"] });
  database.createObjectStore("log", { keyPath: ["caseId", "sequence"] });
  database.createObjectStore("heads", { keyPath: "caseId" });
}

/** What people write down themselves, by the log line that tells of it. */
function createVersion2(database: Database): void {
  database.createObjectStore("facts", { keyPath: ["caseId", "sequence"] });
}

/** Strips of pictures under way. */
function createVersion3(database: Database): void {
  database.createObjectStore("tiles", { keyPath: ["captureId", "surface", "y"] });
}
