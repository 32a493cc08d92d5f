/** An evidence store in memory that behaves: whole writes, a checked log, and failures on demand. */
import type { PageReading } from "../../src/capture/page-reading.ts";
import type { PageViews } from "../../src/capture/views/page-views.ts";
import { Failure } from "../../src/base/failure.ts";
import { emptyLog, headAfter, type LogHead } from "../../src/custody/custody-chain.ts";
import type { CaseFact } from "../../src/cases/case-fact.ts";
import type { CustodyEntry } from "../../src/custody/custody-entry.ts";
import type { CaptureJournal } from "../../src/evidence/capture-journal.ts";
import type { CaseFile } from "../../src/evidence/case-file.ts";
import type {
  EvidenceStore,
  ItemToKeep,
  JournalFrame,
  JournalTile,
  ReadBack,
  StoredItem,
} from "../../src/evidence/evidence-store.ts";

export class MemoryStore implements EvidenceStore {
  readonly #cases = new Map<string, CaseFile>();
  readonly #facts: CaseFact[] = [];
  readonly #captures = new Map<string, CaptureJournal>();
  readonly #readings = new Map<string, PageReading>();
  readonly #views = new Map<string, PageViews[]>();
  readonly #pageFiles = new Map<string, Blob>();
  readonly #frames = new Map<string, Map<number, JournalFrame>>();
  readonly #tiles = new Map<string, JournalTile>();
  readonly #items = new Map<string, StoredItem>();
  readonly #files = new Map<string, Blob>();
  readonly #logs = new Map<string, CustodyEntry[]>();
  readonly #heads = new Map<string, LogHead>();

  async addCase(file: CaseFile, entry: CustodyEntry): Promise<void> {
    await this.#log(entry);
    this.#cases.set(file.id, structuredClone(file));
  }

  async listCases(): Promise<CaseFile[]> {
    return structuredClone([...this.#cases.values()]);
  }

  async addFact(fact: CaseFact, entry: CustodyEntry): Promise<void> {
    await this.#log(entry);
    this.#facts.push(structuredClone(fact));
  }

  async listFacts(caseId: string): Promise<unknown[]> {
    return structuredClone(this.#facts.filter((fact) => fact.caseId === caseId));
  }

  async openCapture(journal: CaptureJournal): Promise<void> {
    this.#captures.set(journal.id, structuredClone(journal));
  }

  async readCapture(captureId: string): Promise<CaptureJournal | null> {
    return structuredClone(this.#captures.get(captureId) ?? null);
  }

  async listCaptures(): Promise<CaptureJournal[]> {
    return structuredClone([...this.#captures.values()]);
  }

  async updateCapture(journal: CaptureJournal): Promise<void> {
    this.#mustKnow(journal.id);
    this.#captures.set(journal.id, structuredClone(journal));
  }

  async writeReading(captureId: string, reading: PageReading): Promise<void> {
    this.#mustKnow(captureId);
    this.#readings.set(captureId, structuredClone(reading));
  }

  async readReading(captureId: string): Promise<PageReading | null> {
    return structuredClone(this.#readings.get(captureId) ?? null);
  }

  async writeViews(captureId: string, views: PageViews): Promise<void> {
    this.#mustKnow(captureId);
    const others = (this.#views.get(captureId) ?? []).filter(({ stage }) => stage !== views.stage);
    this.#views.set(captureId, structuredClone([...others, views]));
  }

  async readViews(captureId: string): Promise<PageViews[]> {
    return structuredClone(this.#views.get(captureId) ?? []);
  }

  async writePageFile(captureId: string, pageFile: Blob): Promise<void> {
    this.#mustKnow(captureId);
    this.#pageFiles.set(captureId, pageFile);
  }

  async readPageFile(captureId: string): Promise<Blob | null> {
    return this.#pageFiles.get(captureId) ?? null;
  }

  async writeFrame(frame: JournalFrame, journal: CaptureJournal): Promise<void> {
    this.#mustKnow(frame.captureId);
    const frames = this.#frames.get(frame.captureId) ?? new Map<number, JournalFrame>();
    frames.set(frame.frame.sequence, frame);
    this.#frames.set(frame.captureId, frames);
    this.#captures.set(journal.id, structuredClone(journal));
  }

  async readFrames(captureId: string): Promise<JournalFrame[]> {
    const frames = [...(this.#frames.get(captureId)?.values() ?? [])];
    return frames.sort((one, other) => one.frame.sequence - other.frame.sequence);
  }

  async dropFrames(captureId: string): Promise<void> {
    this.#frames.delete(captureId);
    for (const [key, tile] of this.#tiles) if (tile.captureId === captureId) this.#tiles.delete(key);
  }

  async writeTile(tile: JournalTile): Promise<void> {
    this.#mustKnow(tile.captureId);
    this.#tiles.set(`${tile.captureId} ${tile.surface} ${tile.y}`, tile);
  }

  async readTiles(captureId: string): Promise<JournalTile[]> {
    const tiles = [...this.#tiles.values()].filter((tile) => tile.captureId === captureId);
    return tiles.sort((one, other) => one.surface - other.surface || one.y - other.y);
  }

  async closeCapture(captureId: string): Promise<void> {
    this.#captures.delete(captureId);
    this.#readings.delete(captureId);
    this.#views.delete(captureId);
    this.#pageFiles.delete(captureId);
    await this.dropFrames(captureId);
  }

  async keepItem({ item, files, entry, captureId }: ItemToKeep): Promise<void> {
    await this.#log(entry);
    this.#items.set(item.id, { item: structuredClone(item), readBackAt: null });
    const journal = this.#captures.get(captureId);
    if (journal) this.#captures.set(captureId, { ...journal, state: "kept", itemId: item.id });
    for (const [name, blob] of files) this.#files.set(`${item.id}/${name}`, blob);
    this.#readings.delete(captureId);
    this.#views.delete(captureId);
    this.#pageFiles.delete(captureId);
    await this.dropFrames(captureId);
  }

  async markReadBack(itemId: string, { at, checksums }: ReadBack, entry: CustodyEntry): Promise<void> {
    const stored = this.#items.get(itemId);
    if (!stored) throw new Failure("nothing-kept", `no item ${itemId}`);
    await this.#log(entry);
    this.#items.set(itemId, { ...stored, readBackAt: at, checksums });
  }

  async listItems(caseId: string): Promise<StoredItem[]> {
    const items = [...this.#items.values()].filter((stored) => stored.item.caseId === caseId);
    return structuredClone(items.sort((one, other) => other.item.number - one.item.number));
  }

  async countItems(): Promise<number> {
    return this.#items.size;
  }

  async readItem(itemId: string): Promise<StoredItem | null> {
    return structuredClone(this.#items.get(itemId) ?? null);
  }

  async readFile(itemId: string, name: string): Promise<Blob | null> {
    return this.#files.get(`${itemId}/${name}`) ?? null;
  }

  async deleteItem(itemId: string, entry: CustodyEntry): Promise<void> {
    await this.#log(entry);
    this.#items.delete(itemId);
    for (const [id, { itemId: made }] of this.#captures) if (made === itemId) this.#captures.delete(id);
    for (const key of this.#files.keys()) if (key.startsWith(`${itemId}/`)) this.#files.delete(key);
  }

  async logHead(caseId: string): Promise<LogHead> {
    return this.#heads.get(caseId) ?? emptyLog;
  }

  async readLog(caseId: string): Promise<CustodyEntry[]> {
    return structuredClone(this.#logs.get(caseId) ?? []);
  }

  async appendLog(entry: CustodyEntry): Promise<void> {
    await this.#log(entry);
  }

  #mustKnow(captureId: string): void {
    if (!this.#captures.has(captureId)) throw new Failure("capture-unknown", `no capture ${captureId}`);
  }

  async #log(entry: CustodyEntry): Promise<void> {
    const next = await headAfter(entry);
    const head = this.#heads.get(entry.caseId) ?? emptyLog;
    if (entry.sequence !== head.length || entry.previous !== head.digest) {
      throw new Failure("log-moved", `log of ${entry.caseId} has moved on`);
    }
    this.#heads.set(entry.caseId, next);
    this.#logs.set(entry.caseId, [...(this.#logs.get(entry.caseId) ?? []), structuredClone(entry)]);
  }
}
