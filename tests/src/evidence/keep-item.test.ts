/** Keeping, reading back, numbering and deleting items. */
import { crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../../src/base/canonical-json.ts";
import { sha256Hex } from "../../../src/base/digest.ts";
import { Failure } from "../../../src/base/failure.ts";
import { checkChain, logLine } from "../../../src/custody/custody-chain.ts";
import { caseFor } from "../../fakes/case-for.ts";
import { deleteItem } from "../../../src/evidence/delete-item.ts";
import { EvidenceItem } from "../../../src/evidence/evidence-item.ts";
import type { ItemToKeep } from "../../../src/evidence/evidence-store.ts";
import { keepItem } from "../../../src/evidence/keep-item.ts";
import { makeItem } from "../../../src/evidence/make-item.ts";
import { FixedClock } from "../../fakes/fixed-clock.ts";
import { MemoryStore } from "../../fakes/memory-store.ts";
import { pageReading } from "../../fakes/page-reading.ts";
import { journal } from "../../store/store-samples.ts";

async function setting(store = new MemoryStore()) {
  const clock = new FixedClock();
  const caseFile = await caseFor({ store, clock, newId: () => crypto.randomUUID() }, "adult");
  const make = () =>
    makeItem(
      {
        journal: { ...journal, caseId: caseFile.id },
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
  return { store, clock, caseFile, make };
}

describe("keeping", () => {
  it("is marked only after every file was read back", async () => {
    const { store, clock, make, caseFile } = await setting();
    const item = await keepItem({ store, clock }, await make(), journal.id);
    expect(EvidenceItem.safeParse(item).success).toBe(true);
    const stored = await store.readItem(item.id);
    expect(stored?.readBackAt).toEqual(clock.now());
    const files = await Promise.all(item.files.map(({ name }) => store.readFile(item.id, name)));
    const bytes = await Promise.all(
      files.map(async (file) => Buffer.from((await file?.arrayBuffer()) ?? new ArrayBuffer(0))),
    );
    expect(stored?.checksums).toEqual(bytes.map((each) => crc32(each)));
    const log = await store.readLog(caseFile.id);
    expect(log.map(({ action }) => action)).toEqual(["case.created", "item.kept", "item.read-back"]);
    expect(log[1]?.facts["itemSha256"]).toBe(await sha256Hex(canonicalJson(item)));
    expect((await checkChain(log.map(logLine))).kind).toBe("sound");
  });

  it("stays unmarked when the store gives other bytes back", async () => {
    class ForgetfulStore extends MemoryStore {
      override async readFile(itemId: string, name: string): Promise<Blob | null> {
        const blob = await super.readFile(itemId, name);
        return name === "text.txt" ? new Blob(["other"]) : blob;
      }
    }
    const { store, clock, make, caseFile } = await setting(new ForgetfulStore());
    await expect(keepItem({ store, clock }, await make(), journal.id)).rejects.toMatchObject({
      code: "read-back-differs",
    });
    const [kept] = await store.listItems(caseFile.id);
    expect(kept?.readBackAt).toBeNull();
  });

  it("writes nothing when the disk is full", async () => {
    class FullStore extends MemoryStore {
      override async keepItem(_kept: ItemToKeep): Promise<void> {
        throw new Failure("storage-full", "no room");
      }
    }
    const { store, clock, make, caseFile } = await setting(new FullStore());
    await expect(keepItem({ store, clock }, await make(), journal.id)).rejects.toMatchObject({
      code: "storage-full",
    });
    expect([await store.countItems(), (await store.readLog(caseFile.id)).length]).toEqual([0, 1]);
  });
});

describe("the numbers of a case", () => {
  it("run from 1 to 50 for fifty kept at once, in one chain", async () => {
    const { store, clock, make, caseFile } = await setting();
    const fifty = await Promise.all(Array.from({ length: 50 }, make));
    const items = await Promise.all(fifty.map((made) => keepItem({ store, clock }, made, journal.id)));
    const kept = items.map(({ number }) => number);
    expect(kept.sort((one, other) => one - other)).toEqual(
      Array.from({ length: 50 }, (_, index) => index + 1),
    );
    expect((await checkChain((await store.readLog(caseFile.id)).map(logLine))).kind).toBe("sound");
  });

  it("leave out a deleted one for ever, and the log says why it went", async () => {
    const { store, clock, make, caseFile } = await setting();
    const first = await keepItem({ store, clock }, await make(), journal.id);
    await deleteItem({ store, clock }, first.id, "kept-by-mistake");
    const second = await keepItem({ store, clock }, await make(), journal.id);
    expect([first.number, second.number]).toEqual([1, 2]);
    const deletion = (await store.readLog(caseFile.id)).find(({ action }) => action === "item.deleted");
    expect(deletion?.facts).toMatchObject({
      reason: "kept-by-mistake",
      itemSha256: await sha256Hex(canonicalJson(first)),
    });
  });
});

describe("the case", () => {
  it("is the one with the same answer; another answer is another case", async () => {
    const { store, clock, caseFile } = await setting();
    const making = { store, clock, newId: () => crypto.randomUUID() };
    const unknown = await caseFor(making, "unknown");
    expect((await caseFor(making, "adult")).id).toBe(caseFile.id);
    expect((await caseFor(making, "unknown")).id).toBe(unknown.id);
    expect([caseFile.code, unknown.code]).toEqual(["A-01", "A-02"]);
  });
});
