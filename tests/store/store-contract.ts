/** The laws every evidence store obeys, as plain functions: the same suite runs in Node and inside a real browser. */
import { emptyLog, follow, headAfter } from "../../src/custody/custody-chain.ts";
import type { CaseFact } from "../../src/cases/case-fact.ts";
import type { EvidenceStore } from "../../src/evidence/evidence-store.ts";
import {
  at,
  captureId,
  caseFile,
  caseId,
  itemNumber,
  journal,
  journalFrame,
  reading,
  views,
} from "./store-samples.ts";
import { keep, refusedWith, same, withCase } from "./store-steps.ts";
import { tileLaw } from "./tile-law.ts";

export interface StoreLaw {
  name: string;
  /** Gets an empty store. Throws when the law is broken. */
  holds: (store: EvidenceStore) => Promise<void>;
}

async function deleteLaw(store: EvidenceStore): Promise<void> {
  await withCase(store);
  const gone = await keep(store, 1, [["text.txt", "one"]]);
  const stays = await keep(store, 2, [["text.txt", "two"]]);
  const other = { ...journal, id: "88888888-8888-4888-8888-888888888888" };
  await store.openCapture({ ...journal, state: "kept", itemId: gone.id });
  await store.openCapture({ ...other, state: "kept", itemId: stays.id });
  const head = await store.logHead(caseId);
  await store.deleteItem(gone.id, follow(head, { caseId, at, action: "item.deleted", facts: {} }));
  same(await store.readItem(gone.id), null, "deleted item");
  same(await store.readFile(gone.id, "text.txt"), null, "deleted file");
  same(await (await store.readFile(stays.id, "text.txt"))?.text(), "two", "other file");
  same((await store.readLog(caseId)).length, 4, "log lines");
  same(await store.readCapture(captureId), null, "journal of the deleted");
  same((await store.readCapture(other.id))?.itemId, stays.id, "other journal");
}

/** Written once, there with its log line, and of its own case only. */
async function factLaw(store: EvidenceStore): Promise<void> {
  await withCase(store);
  const add = async (id: string) => {
    const head = await store.logHead(caseId);
    const body = { kind: "known" as const, known: { day: "2026-11-21", clock: null, words: "" } };
    const fact: CaseFact = {
      ...{ format: "keepleaf-fact-1", id, caseId, at, sequence: head.length, replaces: null, body },
    };
    const entry = follow(head, { caseId, at, action: "fact.added", facts: { factId: id } });
    await store.addFact(fact, entry);
    return { fact, entry };
  };
  const first = await add("44444444-4444-4444-8444-444444444444");
  const second = await add("55555555-5555-4555-8555-555555555555");
  same(await store.listFacts(caseId), [first.fact, second.fact], "facts");
  same(await store.listFacts(captureId), [], "facts of another case");
  await refusedWith("log-moved", () => store.addFact(first.fact, first.entry));
  same(
    [(await store.listFacts(caseId)).length, (await store.readLog(caseId)).length],
    [2, 3],
    "after refusal",
  );
}

export const storeLaws: StoreLaw[] = [
  {
    name: "a case and its first log line are there together",
    holds: async (store) => {
      await withCase(store);
      same(await store.listCases(), [caseFile], "cases");
      const [entry] = await store.readLog(caseId);
      if (!entry) throw new Error("no log line");
      same(await store.logHead(caseId), await headAfter(entry), "head");
    },
  },
  {
    name: "an item, its files and its log line come back as they went in",
    holds: async (store) => {
      await withCase(store);
      const item = await keep(store, 1, [
        ["text.txt", "文字"],
        ["media.json", "{}"],
      ]);
      same(await store.readItem(item.id), { item, readBackAt: null }, "item");
      same(await (await store.readFile(item.id, "text.txt"))?.text(), "文字", "file");
      same(await store.readFile(item.id, "none.txt"), null, "missing file");
      same([await store.countItems(), (await store.readLog(caseId)).length], [1, 2], "counts");
    },
  },
  {
    name: "an entry that does not follow the log is refused and nothing of the item is written",
    holds: async (store) => {
      await withCase(store);
      const item = itemNumber(1);
      const entry = follow(emptyLog, { caseId, at, action: "item.kept", facts: {} });
      const files = new Map([["text.txt", new Blob(["x"])]]);
      await refusedWith("log-moved", () => store.keepItem({ item, files, entry, captureId }));
      same([await store.countItems(), await store.readFile(item.id, "text.txt")], [0, null], "after refusal");
      same((await store.readLog(caseId)).length, 1, "log lines");
    },
  },
  {
    name: "of two writers at once one is refused and the chain stays whole",
    holds: async (store) => {
      await withCase(store);
      const head = await store.logHead(caseId);
      const entry = follow(head, { caseId, at, action: "item.viewed", facts: {} });
      const results = await Promise.allSettled([store.appendLog(entry), store.appendLog(entry)]);
      same(results.map(({ status }) => status).sort(), ["fulfilled", "rejected"], "results");
      same((await store.readLog(caseId)).length, 2, "log lines");
    },
  },
  {
    name: "a frame and its journal row are written together, and a repeated frame replaces the first",
    holds: async (store) => {
      await store.openCapture(journal);
      await store.writeFrame(journalFrame(1, "b"), { ...journal, framesTaken: 2 });
      await store.writeFrame(journalFrame(0, "a"), { ...journal, framesTaken: 2 });
      await store.writeFrame(journalFrame(1, "again"), { ...journal, framesTaken: 2 });
      const frames = await store.readFrames(captureId);
      same(await Promise.all(frames.map(({ png }) => png.text())), ["a", "again"], "frames");
      same((await store.readCapture(captureId))?.framesTaken, 2, "journal");
    },
  },
  {
    name: "a frame of an unknown capture is refused and not written",
    holds: async (store) => {
      await refusedWith("capture-unknown", () => store.writeFrame(journalFrame(0, "a"), journal));
      same((await store.readFrames(captureId)).length, 0, "frames");
    },
  },
  {
    name: "a reading comes back as it was read, and only for a capture that is known",
    holds: async (store) => {
      await refusedWith("capture-unknown", () => store.writeReading(captureId, reading));
      await store.openCapture(journal);
      await store.writeReading(captureId, reading);
      same(await store.readReading(captureId), reading, "reading");
      await store.closeCapture(captureId);
      same(await store.readReading(captureId), null, "closed");
    },
  },
  {
    name: "views of a stage replace those of the same stage, and stand beside the reading",
    holds: async (store) => {
      await refusedWith("capture-unknown", () => store.writeViews(captureId, views("found", "a")));
      await store.openCapture(journal);
      await store.writeViews(captureId, views("found", "a"));
      await store.writeReading(captureId, reading);
      await store.writeViews(captureId, views("end", "b"));
      await store.writeViews(captureId, views("end", "c"));
      const stored = (await store.readViews(captureId)).map(({ stage, text }) => `${stage} ${text}`);
      same([stored, await store.readReading(captureId)], [["found a", "end c"], reading], "views");
      await store.writePageFile(captureId, new Blob(["mhtml"]));
      same(await (await store.readPageFile(captureId))?.text(), "mhtml", "page file");
      await store.closeCapture(captureId);
      same([await store.readViews(captureId), await store.readPageFile(captureId)], [[], null], "closed");
    },
  },
  {
    name: "keeping an item clears the frames of its capture, and its journal says so",
    holds: async (store) => {
      await withCase(store);
      await store.openCapture(journal);
      await store.writeFrame(journalFrame(0, "a"), journal);
      const item = await keep(store, 1, []);
      same((await store.readFrames(captureId)).length, 0, "frames");
      const { state, itemId } = (await store.readCapture(captureId)) ?? {};
      same([state, itemId], ["kept", item.id], "journal");
    },
  },
  {
    name: "closing a capture forgets journal and frames",
    holds: async (store) => {
      await store.openCapture(journal);
      await store.writeFrame(journalFrame(0, "a"), journal);
      await store.closeCapture(captureId);
      same([await store.readCapture(captureId), await store.listCaptures()], [null, []], "captures");
      same((await store.readFrames(captureId)).length, 0, "frames");
    },
  },
  {
    name: "reading back marks the item and logs it",
    holds: async (store) => {
      await withCase(store);
      const item = await keep(store, 1, []);
      const head = await store.logHead(caseId);
      await store.markReadBack(
        item.id,
        { at, checksums: [1, 0xffff_ffff] },
        follow(head, { caseId, at, action: "item.read-back", facts: {} }),
      );
      same(await store.readItem(item.id), { item, readBackAt: at, checksums: [1, 0xffff_ffff] }, "mark");
      same((await store.readLog(caseId)).map(({ action }) => action).at(-1), "item.read-back", "log");
    },
  },
  { name: "strips lie beside their frames, one at a place, and go with them", holds: tileLaw },
  { name: "what people write down is there with its log line, in its order", holds: factLaw },
  { name: "deleting an item leaves the others and the log", holds: deleteLaw },
  {
    name: "items are listed newest first, of their own case only",
    holds: async (store) => {
      await withCase(store);
      for (const number of [1, 2, 3]) await keep(store, number, []);
      same(
        (await store.listItems(caseId)).map(({ item }) => item.number),
        [3, 2, 1],
        "order",
      );
      same(await store.listItems(captureId), [], "another case");
    },
  },
];
