/** A case with really kept items, for screens to show: no pictures, but text, media and reading files. */
import type { AboutAge, CaseFile } from "../../src/evidence/case-file.ts";
import { caseFor } from "../fakes/case-for.ts";
import type { EvidenceItem } from "../../src/evidence/evidence-item.ts";
import { keepItem } from "../../src/evidence/keep-item.ts";
import { makeItem } from "../../src/evidence/make-item.ts";
import { FixedClock } from "../fakes/fixed-clock.ts";
import { MemoryStore } from "../fakes/memory-store.ts";
import { pageReading } from "../fakes/page-reading.ts";
import { journal } from "../store/store-samples.ts";

export interface KeptCase {
  store: MemoryStore;
  clock: FixedClock;
  caseFile: CaseFile;
  /** Keeps one more page of this case and reads it back. */
  keep: () => Promise<EvidenceItem>;
}

export async function keptCase(about: AboutAge = "adult", store = new MemoryStore()): Promise<KeptCase> {
  const clock = new FixedClock();
  const caseFile = await caseFor({ store, clock, newId: () => crypto.randomUUID() }, about);
  const keep = async () => {
    const made = await makeItem(
      {
        journal: { ...journal, caseId: caseFile.id, about, isMasked: about !== "adult" },
        reading: pageReading({ text: "測試內文" }),
        views: [],
        pageFile: null,
        frames: [],
        tiles: [],
        outcome: { startedAt: clock.now(), finishedAt: clock.now(), framesTaken: 0, notes: [], ends: [] },
        extensionVersion: "0.1.0",
        userAgent: "test",
      },
      crypto.randomUUID(),
    );
    return keepItem({ store, clock }, made, crypto.randomUUID());
  };
  return { store, clock, caseFile, keep };
}
