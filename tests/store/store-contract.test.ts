/** The store's laws, in memory and on a stand-in for IndexedDB. */
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "../../extension/store/database.ts";
import { IdbEvidenceStore } from "../../extension/store/idb-evidence-store.ts";
import { storageFailure } from "../../extension/store/storage-failure.ts";
import { Failure } from "../../src/base/failure.ts";
import { MemoryStore } from "../fakes/memory-store.ts";
import { storeLaws } from "./store-contract.ts";

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const makers = {
  memory: async () => new MemoryStore(),
  "fake IndexedDB": async () => new IdbEvidenceStore(await openDatabase()),
};

describe.each(Object.entries(makers))("the %s store", (_name, make) => {
  it.each(storeLaws)("$name", async ({ holds }) => {
    await expect(holds(await make())).resolves.toBeUndefined();
  });
});

describe("what IndexedDB throws", () => {
  it.each([
    ["DataError", "storage-full"],
    ["QuotaExceededError", "storage-full"],
    ["UnknownError", "storage-failed"],
    ["InvalidStateError", "storage-failed"],
  ])("%s is %s", (name, code) => {
    expect(storageFailure(new DOMException("x", name)).code).toBe(code);
  });

  it("leaves our own failures as they are", () => {
    const own = new Failure("log-moved", "x");
    expect(storageFailure(own)).toBe(own);
  });
});
