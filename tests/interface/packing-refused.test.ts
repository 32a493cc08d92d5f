/** Packing a case of which a file is not what was kept: nothing is let out, and the item is named, so that it can be left out. */
import { expect, it } from "vitest";
import { packCase } from "../../extension/library/pack-case.ts";
import { verifyBundle } from "../../src/verify/verify-bundle.ts";
import { MemoryStore } from "../fakes/memory-store.ts";
import { keptCase } from "./kept-case.ts";
import { packing, wish } from "./packing-ports.ts";

/** Gives other bytes than were kept for one file, from whenever it is told to. */
class ForgetfulStore extends MemoryStore {
  forgotten: ((kept: Uint8Array) => Blob | null) | null = null;

  override async readFile(itemId: string, name: string): Promise<Blob | null> {
    const kept = await super.readFile(itemId, name);
    if (!this.forgotten || !kept || name !== "text.txt") return kept;
    return this.forgotten(new Uint8Array(await kept.arrayBuffer()));
  }
}

/** As if its file had gone from the disk. */
function unreadable(sizeBytes: number): Blob {
  const gone = () => Promise.reject(new Error("gone"));
  const stream = () => ({ getReader: () => ({ read: gone, cancel: async () => undefined }) });
  return Object.assign(new Blob([new Uint8Array(sizeBytes)]), { arrayBuffer: gone, stream });
}

it.each<[string, (kept: Uint8Array) => Blob | null]>([
  ["is missing", () => null],
  ["is of another size", () => new Blob(["other"])],
  ["has another byte", (kept) => new Blob([kept.with(0, (kept[0] ?? 0) ^ 1)])],
  ["cannot be read", (kept) => unreadable(kept.length)],
])("packing names the item and writes no line into the log when a file %s", async (_, forgotten) => {
  const store = new ForgetfulStore();
  const kept = await keptCase("adult", store);
  await kept.keep();
  await kept.keep();
  store.forgotten = forgotten;
  await expect(packCase(packing(kept).ports, wish(kept))).rejects.toMatchObject({
    code: "read-back-differs",
    itemNumber: 1,
  });
  const actions = (await store.readLog(kept.caseFile.id)).map(({ action }) => action);
  expect(actions).not.toContain("bundle.packed");
});

it("a checksum that was written down wrong costs a second reading and nothing else", async () => {
  const kept = await keptCase();
  const item = await kept.keep();
  const listItems = kept.store.listItems.bind(kept.store);
  kept.store.listItems = async (caseId) =>
    (await listItems(caseId)).map((stored) => ({ ...stored, checksums: item.files.map(() => 7) }));
  const { zip } = await packCase(packing(kept).ports, wish(kept));
  expect((await verifyBundle(zip)).findings).toEqual([]);
});

it("items that an earlier version kept, without checksums, are packed as ever", async () => {
  const kept = await keptCase();
  await kept.keep();
  const { files, name } = await packCase(packing(kept).ports, wish(kept));
  const listItems = kept.store.listItems.bind(kept.store);
  kept.store.listItems = async (caseId) =>
    (await listItems(caseId)).map(({ checksums: _, ...stored }) => stored);
  const again = await packCase(packing(kept).ports, wish(kept));
  expect(again).toMatchObject({ files, name });
  expect((await verifyBundle(again.zip)).findings).toEqual([]);
});
