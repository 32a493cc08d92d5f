/** Backups come back: into an empty store, beside what is there, and as far as they are whole. */
import { evidencePdf } from "../../../src/report/pdf/evidence-pdf.ts";
import { expect, test } from "vitest";
import { packBundle } from "../../../src/bundle/pack-bundle.ts";
import type { CaseFile } from "../../../src/evidence/case-file.ts";
import { deleteItem } from "../../../src/evidence/delete-item.ts";
import { deletionsOf } from "../../../src/evidence/deletions.ts";
import type { EvidenceStore } from "../../../src/evidence/evidence-store.ts";
import { recordFact } from "../../../src/evidence/record-fact.ts";
import { type Backup, readBackup } from "../../../src/restore/read-backup.ts";
import { restoreBackup, type Restoring } from "../../../src/restore/restore-backup.ts";
import { verifyBundle } from "../../../src/verify/verify-bundle.ts";
import { FixedClock } from "../../fakes/fixed-clock.ts";
import { MemoryStore } from "../../fakes/memory-store.ts";
import { type KeptCase, keptCase } from "../../interface/kept-case.ts";
import { bagContents, containerOf, textIn } from "../bundle/bag-contents.ts";
import { wholeFont } from "../bundle/whole-font.ts";

const newId = () => crypto.randomUUID();

/** As they come back: this device has not read their files, so it knows no checksums. */
async function itemsBack(store: MemoryStore, caseId: string) {
  return (await store.listItems(caseId)).map((stored) => ({ ...stored, checksums: null }));
}

async function packed(store: EvidenceStore, caseFile: CaseFile, suffix = "7c4190") {
  const items = await store.listItems(caseFile.id);
  return packBundle({
    caseFile,
    items: items.map(({ item }) => item),
    readFile: (itemId, name) => store.readFile(itemId, name),
    facts: await store.listFacts(caseFile.id),
    log: await store.readLog(caseFile.id),
    recipient: "self",
    at: new FixedClock().now(),
    suffix,
    tool: { extensionVersion: "0.1.0", buildId: "test" },
    writeReport: (language, subject) => evidencePdf(language, subject, wholeFont),
    signer: null,
  });
}

async function backupOf(zip: Blob): Promise<Backup> {
  const reading = await readBackup(zip);
  if (reading.kind !== "read") throw new Error(reading.kind);
  return reading.backup;
}

async function restored(zip: Blob, store: EvidenceStore): Promise<Restoring> {
  return restoreBackup({ store, clock: new FixedClock(), newId }, await backupOf(zip), "0".repeat(64));
}

async function filledCase(): Promise<KeptCase> {
  const kept = await keptCase("minor");
  await kept.keep();
  await kept.keep();
  const body = { kind: "known", known: { day: "2026-11-20", clock: "10:00", words: "" } } as const;
  await recordFact({ ...kept, newId }, { caseId: kept.caseFile.id, body, replaces: null });
  await kept.keep();
  return kept;
}

/** Lines of the manifest that tell of what was kept and what was written down. */
async function keptLines(zip: Blob): Promise<string[]> {
  const manifest = textIn(await bagContents(zip), "manifest-sha256.txt");
  return manifest.split("\n").filter((line) => /data\/(?:captures\/|case-facts)/.test(line));
}

test("into an empty store: items, files, facts and log are what they were, and so is the manifest", async () => {
  const kept = await filledCase();
  const { zip } = await packed(kept.store, kept.caseFile);
  const store = new MemoryStore();
  expect(await restored(zip, store)).toEqual({
    kind: "restored",
    items: [1, 2, 3],
    damaged: [],
    alreadyHere: 0,
    isLogWhole: true,
    sameCode: false,
  });
  const log = await kept.store.readLog(kept.caseFile.id);
  const logAfter = await store.readLog(kept.caseFile.id);
  expect(logAfter.slice(0, log.length)).toEqual(log);
  expect(logAfter.slice(log.length).map(({ action }) => action)).toEqual(["bundle.imported"]);
  expect(await store.listItems(kept.caseFile.id)).toEqual(await itemsBack(kept.store, kept.caseFile.id));
  const again = await packed(store, kept.caseFile);
  expect(await keptLines(again.zip)).toEqual(await keptLines(zip));
});

test("beside another case of the same name: both are there, and it is said", async () => {
  const kept = await filledCase();
  const { zip } = await packed(kept.store, kept.caseFile);
  const other = await keptCase("minor");
  await other.keep();
  expect(await restored(zip, other.store)).toMatchObject({
    kind: "restored",
    items: [1, 2, 3],
    sameCode: true,
  });
  expect(await other.store.listCases()).toHaveLength(2);
  expect(await other.store.countItems()).toBe(4);
});

test("an older backup adds nothing, a newer one adds what is new", async () => {
  const kept = await filledCase();
  const early = await packed(kept.store, kept.caseFile);
  const store = new MemoryStore();
  await restored(early.zip, store);
  expect(await restored(early.zip, kept.store)).toMatchObject({
    kind: "restored",
    items: [],
    alreadyHere: 3,
  });
});

test("another history of the same case is a conflict: it is told, and nothing is written", async () => {
  const kept = await filledCase();
  const { zip } = await packed(kept.store, kept.caseFile);
  const store = new MemoryStore();
  await restored(zip, store);
  const elsewhere = { ...kept, store };
  await kept.keep();
  const later = await packed(kept.store, kept.caseFile, "7c4191");
  const before = await elsewhere.store.readLog(kept.caseFile.id);
  expect(await restored(later.zip, elsewhere.store)).toEqual({
    kind: "conflict",
    line: before.length,
    onlyInBackup: ["c0004"],
  });
  expect(await elsewhere.store.readLog(kept.caseFile.id)).toEqual(before);
});

test("a damaged item stays out and is named, the others come back", async () => {
  const kept = await filledCase();
  const bag = await bagContents((await packed(kept.store, kept.caseFile)).zip);
  bag.files.set("data/captures/c0002/text.txt", new TextEncoder().encode("other"));
  bag.files.set("data/captures/c0003/capture.json", new TextEncoder().encode("{}"));
  const store = new MemoryStore();
  expect(await restored(await containerOf(bag), store)).toMatchObject({
    kind: "restored",
    items: [1],
    damaged: ["c0002", "c0003"],
  });
  expect(await store.countItems()).toBe(1);
});

test("where the log is cut, items behind the cut come back with lines of their own", async () => {
  const kept = await filledCase();
  const bag = await bagContents((await packed(kept.store, kept.caseFile)).zip);
  const log = textIn(bag, "data/custody/log.jsonl").trimEnd().split("\n");
  bag.files.set("data/custody/log.jsonl", new TextEncoder().encode(`${log.toSpliced(4, 1).join("\n")}\n`));
  const store = new MemoryStore();
  expect(await restored(await containerOf(bag), store)).toMatchObject({
    items: [1, 2, 3],
    isLogWhole: false,
  });
  const kinds = (await store.readLog(kept.caseFile.id))
    .slice(4)
    .map(({ action, facts }) => [action, facts["restored"]]);
  expect(kinds[0]).toEqual(["item.kept", true]);
  expect(await packed(store, kept.caseFile)).toMatchObject({ files: expect.any(Number) });
});

test("a line of the log that was changed is not taken over", async () => {
  const kept = await filledCase();
  const bag = await bagContents((await packed(kept.store, kept.caseFile)).zip);
  const log = textIn(bag, "data/custody/log.jsonl");
  expect(log).toContain('"action":"item.read-back"');
  const forged = log.replace('"action":"item.read-back"', '"action":"item.viewed"');
  bag.files.set("data/custody/log.jsonl", new TextEncoder().encode(forged));
  const store = new MemoryStore();
  expect(await restored(await containerOf(bag), store)).toMatchObject({
    items: [1, 2, 3],
    isLogWhole: false,
  });
  expect((await store.readLog(kept.caseFile.id)).map(({ action }) => action)).not.toContain("item.viewed");
});

test("a bundle for somebody else is no backup, and another file is none either", async () => {
  const kept = await filledCase();
  const { zip } = await packed(kept.store, kept.caseFile);
  const bag = await bagContents(zip);
  bag.files.delete("data/case.json");
  expect((await readBackup(await containerOf(bag))).kind).toBe("refused");
  expect((await readBackup(new Blob(["PK no"]))).kind).toBe("refused");
});

test("after a deletion: the bundle is sound without it, and comes back without it", async () => {
  const kept = await filledCase();
  const [, second] = await kept.store.listItems(kept.caseFile.id);
  await deleteItem(kept, second?.item.id ?? "", "no-longer-needed");
  const { zip } = await packed(kept.store, kept.caseFile);
  expect((await verifyBundle(zip)).findings).toEqual([]);
  const store = new MemoryStore();
  expect(await restored(zip, store)).toMatchObject({ kind: "restored", items: [1, 3], damaged: [] });
  expect(deletionsOf(await store.readLog(kept.caseFile.id))).toMatchObject([
    { number: 2, reason: "no-longer-needed" },
  ]);
  expect(await store.listItems(kept.caseFile.id)).toEqual(await itemsBack(kept.store, kept.caseFile.id));
});

test("an older backup brings a deleted item back, says so in the log, and can itself be packed and brought back", async () => {
  const kept = await filledCase();
  const older = await packed(kept.store, kept.caseFile);
  const items = await kept.store.listItems(kept.caseFile.id);
  await deleteItem(kept, items[1]?.item.id ?? "", "kept-by-mistake");
  expect(await restored(older.zip, kept.store)).toMatchObject({
    kind: "restored",
    items: [2],
    alreadyHere: 2,
  });
  const again = (await kept.store.readLog(kept.caseFile.id)).findLast(({ action }) => action === "item.kept");
  expect(again?.facts).toMatchObject({ number: 2, restored: true });
  const newer = await packed(kept.store, kept.caseFile, "7c4191");
  expect((await verifyBundle(newer.zip)).findings).toEqual([]);
  const store = new MemoryStore();
  expect(await restored(newer.zip, store)).toMatchObject({ kind: "restored", items: [1, 2, 3] });
  expect(await store.listItems(kept.caseFile.id)).toHaveLength(3);
});

test("a newer backup that tells of a deletion deletes nothing here", async () => {
  const [here, there] = [await filledCase(), new MemoryStore()];
  await restored((await packed(here.store, here.caseFile)).zip, there);
  const [newest] = await there.listItems(here.caseFile.id);
  await deleteItem({ store: there, clock: here.clock }, newest?.item.id ?? "", "not-said");
  const newer = await packed(there, here.caseFile, "7c4192");
  expect(await restored(newer.zip, here.store)).toMatchObject({ kind: "restored", alreadyHere: 3 });
  expect(await here.store.listItems(here.caseFile.id)).toHaveLength(3);
});
