/** What is deleted is gone, proved by reading; what stays is a line of the log, and everything else. */
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../../src/base/canonical-json.ts";
import { sha256Hex } from "../../../src/base/digest.ts";
import { checkChain, logLine } from "../../../src/custody/custody-chain.ts";
import type { CustodyEntry } from "../../../src/custody/custody-entry.ts";
import { deleteItem, deletionReasons } from "../../../src/evidence/delete-item.ts";
import { deletionsOf } from "../../../src/evidence/deletions.ts";
import { MemoryStore } from "../../fakes/memory-store.ts";
import { keptCase } from "../../interface/kept-case.ts";
import { journal } from "../../store/store-samples.ts";

describe("a deleted item", () => {
  it("leaves its number, digest, reason and who it was in a chain that holds, and no file", async () => {
    const { store, clock, caseFile, keep } = await keptCase();
    const [gone, stays] = [await keep(), await keep()];
    await store.openCapture({ ...journal, state: "kept", itemId: gone.id });
    await deleteItem({ store, clock }, gone.id, "consent-withdrawn");
    const log = await store.readLog(caseFile.id);
    expect(deletionsOf(log)).toEqual([
      {
        sequence: log.length - 1,
        number: 1,
        itemSha256: await sha256Hex(canonicalJson(gone)),
        at: clock.now(),
        by: "self",
        reason: "consent-withdrawn",
      },
    ]);
    expect((await checkChain(log.map(logLine))).kind).toBe("sound");
    expect(await store.readCapture(journal.id)).toBeNull();
    for (const { name } of gone.files) expect(await store.readFile(gone.id, name)).toBeNull();
    for (const { name } of stays.files) expect(await store.readFile(stays.id, name)).not.toBeNull();
    expect(gone.files.length).toBeGreaterThan(0);
  });

  it("cannot be deleted twice", async () => {
    const { store, clock, keep } = await keptCase();
    const { id } = await keep();
    await deleteItem({ store, clock }, id, "not-said");
    await expect(deleteItem({ store, clock }, id, "not-said")).rejects.toMatchObject({
      code: "nothing-kept",
    });
  });
});

/** Each keeps one thing back. */
class KeepsFile extends MemoryStore {
  override async readFile(itemId: string, name: string): Promise<Blob | null> {
    return (await super.readFile(itemId, name)) ?? (name === "text.txt" ? new Blob(["x"]) : null);
  }
}
class KeepsItem extends MemoryStore {
  override async deleteItem(_itemId: string, entry: CustodyEntry): Promise<void> {
    await this.appendLog(entry);
  }
}
class KeepsJournal extends MemoryStore {
  override async deleteItem(itemId: string, entry: CustodyEntry): Promise<void> {
    await super.deleteItem(itemId, entry);
    await this.openCapture({ ...journal, state: "kept", itemId });
  }
}
class TellsNothing extends MemoryStore {
  override async readLog(caseId: string): Promise<CustodyEntry[]> {
    return (await super.readLog(caseId)).filter(({ action }) => action !== "item.deleted");
  }
}

describe("a store that does not delete", () => {
  it.each([
    ["a file", new KeepsFile()],
    ["the item", new KeepsItem()],
    ["the journal of its capture", new KeepsJournal()],
    ["the line of the log", new TellsNothing()],
  ])("is found out: %s", async (_what, store) => {
    const { clock, keep } = await keptCase("adult", store);
    const { id } = await keep();
    await expect(deleteItem({ store, clock }, id, "not-said")).rejects.toMatchObject({ code: "not-gone" });
  });
});

it("a reason of another version is shown as not said", async () => {
  const { store, clock, caseFile, keep } = await keptCase();
  const { id } = await keep();
  await deleteItem({ store, clock }, id, "kept-by-mistake");
  const log = await store.readLog(caseFile.id);
  const older = log.map((line) => ({ ...line, facts: { ...line.facts, reason: "by the person" } }));
  expect(deletionsOf(older).map(({ reason }) => reason)).toEqual(["not-said"]);
  expect(new Set(deletionReasons).size).toBe(deletionReasons.length);
});
