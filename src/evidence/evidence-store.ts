/** Port to the place where evidence lies. Cases and items are added or deleted whole, never changed. */
import type { Moment } from "../base/clock.ts";
import type { CaseFact } from "../cases/case-fact.ts";
import type { Frame } from "../capture/frame.ts";
import type { PageReading } from "../capture/page-reading.ts";
import type { PageViews } from "../capture/views/page-views.ts";
import type { SharedRows } from "../capture/proof.ts";
import type { CustodyEntry } from "../custody/custody-entry.ts";
import type { LogHead } from "../custody/custody-chain.ts";
import type { CaptureJournal } from "./capture-journal.ts";
import type { CaseFile } from "./case-file.ts";
import type { EvidenceItem } from "./evidence-item.ts";

export interface JournalFrame {
  captureId: string;
  frame: Frame;
  png: Blob;
}

/** A strip of the picture, drawn from frames; it can be thrown away and drawn again. */
export interface JournalTile {
  captureId: string;
  surface: number;
  /** Device pixels of the surface. */
  y: number;
  width: number;
  height: number;
  /** Digest of the plan it was drawn by and of the frames it was drawn from. */
  planSha256: string;
  sha256: string;
  sizeBytes: number;
  /** What was found of the rows that neighbouring frames share within the strip. */
  pairs: SharedRows[];
  png: Blob;
}

export interface StoredItem {
  item: EvidenceItem;
  /** When every file was read back and matched its digest; null until then. Only then may a screen say 已保存. */
  readBackAt: Moment | null;
  /** As in `ReadBack`; left out by earlier versions too. */
  checksums?: ReadBack["checksums"];
}

/** What reading an item back found, besides that all of it is there. */
export interface ReadBack {
  at: Moment;
  /**
   * CRC-32 of its files, in the order of the item's list. With them a container can be written around files before they are
   * read again; null where nothing was read, because another device did.
   */
  checksums: readonly number[] | null;
}

export interface ItemToKeep {
  item: EvidenceItem;
  files: ReadonlyMap<string, Blob>;
  entry: CustodyEntry;
  /**
   * In the same transaction the frames, the strips, the reading and the views of this capture are cleared and its
   * journal says `kept`:
   * a crash right after can neither lose the item nor make it twice.
   */
  captureId: string;
}

/**
 * Obligations of every implementation:
 * 1. each writing call is one transaction of strict durability: all of it is there afterwards, or nothing;
 * 2. an entry that does not follow the case's log head is refused with `log-moved`, and nothing is written;
 * 3. a full disk, a failed write or an aborted transaction is a `Failure` with `storage-full` or `storage-failed`.
 */
export interface EvidenceStore {
  addCase(file: CaseFile, entry: CustodyEntry): Promise<void>;
  /** Cases of earlier forms in today's form. */
  listCases(): Promise<CaseFile[]>;

  /** Adds one record to a case; none is ever changed or deleted. */
  addFact(fact: CaseFact, entry: CustodyEntry): Promise<void>;
  /** As they were stored, oldest first; whoever reads them checks them. */
  listFacts(caseId: string): Promise<unknown[]>;

  openCapture(journal: CaptureJournal): Promise<void>;
  readCapture(captureId: string): Promise<CaptureJournal | null>;
  listCaptures(): Promise<CaptureJournal[]>;
  /** Replaces the journal row; frames stay. @throws Failure `capture-unknown` */
  updateCapture(journal: CaptureJournal): Promise<void>;
  /** What the driver read of the page. Apart from the journal row, which is written again with every frame. */
  writeReading(captureId: string, reading: PageReading): Promise<void>;
  readReading(captureId: string): Promise<PageReading | null>;
  /** The views of one stage; the same stage again replaces them. @throws Failure `capture-unknown` */
  writeViews(captureId: string, views: PageViews): Promise<void>;
  /** As found and at the end, whichever there are. */
  readViews(captureId: string): Promise<PageViews[]>;
  /** The browser's own archive of the page. @throws Failure `capture-unknown` */
  writePageFile(captureId: string, pageFile: Blob): Promise<void>;
  readPageFile(captureId: string): Promise<Blob | null>;
  /** Stores the frame and its journal row together; the same sequence again replaces it. */
  writeFrame(frame: JournalFrame, journal: CaptureJournal): Promise<void>;
  readFrames(captureId: string): Promise<JournalFrame[]>;
  /** The strips made of them too. */
  dropFrames(captureId: string): Promise<void>;
  /** A strip at the same place of the same surface is replaced. @throws Failure `capture-unknown` */
  writeTile(tile: JournalTile): Promise<void>;
  readTiles(captureId: string): Promise<JournalTile[]>;
  /** Forgets a capture, its reading, its views, its frames and strips; what was kept from it stays. */
  closeCapture(captureId: string): Promise<void>;

  keepItem(kept: ItemToKeep): Promise<void>;
  /** Marks the item as read back, with its log entry. */
  markReadBack(itemId: string, found: ReadBack, entry: CustodyEntry): Promise<void>;
  listItems(caseId: string): Promise<StoredItem[]>;
  countItems(): Promise<number>;
  readItem(itemId: string): Promise<StoredItem | null>;
  /** Null when the file is not there or cannot be read. */
  readFile(itemId: string, name: string): Promise<Blob | null>;
  /** The item, its files, and the journal of the capture it was made from. */
  deleteItem(itemId: string, entry: CustodyEntry): Promise<void>;

  logHead(caseId: string): Promise<LogHead>;
  readLog(caseId: string): Promise<CustodyEntry[]>;
  appendLog(entry: CustodyEntry): Promise<void>;
}
