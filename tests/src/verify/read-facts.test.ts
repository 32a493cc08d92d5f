/** Files of a bag read on other threads: the same facts, in the same order, and the same damage. */
import { openAsBlob } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sha256Hex } from "../../../src/base/digest.ts";
import { fileMeans } from "../../../commands/file-means.ts";
import { threadsFor } from "../../../commands/check-threads.ts";
import { bagReader, openThreads } from "../../../src/verify/bag-reader.ts";
import type { CheckThreads } from "../../../src/verify/check-threads.ts";
import { openContainer } from "../../../src/verify/open-container.ts";
import { unreadFact } from "../../../src/verify/file-fact.ts";
import { readBag } from "../../../src/verify/read-bag.ts";
import { type FactRun, readFacts } from "../../../src/verify/read-facts.ts";
import { StoredReader } from "../../../src/verify/read-stored.ts";
import type { StoredEntry } from "../../../src/verify/stored-entry.ts";

const file = fileURLToPath(new URL("../../vectors/picture.zip", import.meta.url));
let bagName = "";
let entries: StoredEntry[] = [];
const means = fileMeans(file);
const stored = new StoredReader(means);
afterAll(() => means.close());

beforeAll(async () => {
  const container = await openContainer(await openAsBlob(file));
  if (container.kind !== "open") throw new Error("the vector cannot be opened");
  bagName = container.bagName;
  entries = container.entries.map((entry) => ({ ...entry, read: () => stored.read(entry) }));
});

async function onThreads<T>(work: (threads: CheckThreads) => Promise<T>, ours = entries): Promise<T> {
  const zip = await openAsBlob(file);
  const never = () => Promise.reject(new Error("asked of this thread"));
  const reader = bagReader(bagName, ours, {});
  const here = ours.map((entry) => ({ ...entry, read: never }));
  const threads = openThreads(threadsFor(file, 2), { zip, bagName, entries: here, reader, sha256: never });
  try {
    return await work(threads);
  } finally {
    threads.end();
  }
}

function runOf(some: readonly StoredEntry[], isMasked: boolean): FactRun {
  const files = some.map(({ path, sizeBytes }) => ({ path: path.slice(bagName.length + 1), sizeBytes }));
  return { isMasked, files };
}

function hereOf(some: readonly StoredEntry[], isMasked: boolean) {
  const byPath = new Map(some.map((entry) => [entry.path.slice(bagName.length + 1), entry]));
  const open = async (path: string) => (byPath.get(path) as StoredEntry).read();
  return readFacts(runOf(some, isMasked), { open, sha256: sha256Hex, release: () => undefined });
}

describe("real threads of Node", () => {
  it.each([false, true])("read what is read here (masked: %s)", async (isMasked) => {
    const there = await onThreads((threads) => threads.readFacts(runOf(entries, isMasked)));
    expect(there).toEqual(await hereOf(entries, isMasked));
    expect(there.filter(({ fact }) => fact.sha256 !== null).length).toBe(entries.length);
  });

  it("say which file is not what the container says, and read the rest", async () => {
    const torn = entries.map((entry, index) => (index === 3 ? { ...entry, crc32: entry.crc32 ^ 1 } : entry));
    const there = await onThreads((threads) => threads.readFacts(runOf(torn, false)), torn);
    const damaged = there.map(({ damage }) => damage).filter((damage) => damage !== null);
    expect(damaged).toEqual(["Invalid CRC-32 checksum"]);
    expect(there[3]?.fact.sha256).toBeNull();
  });
});

describe("a large bag", () => {
  /** Said to be large: threads are asked only then. */
  const large = () => entries.map((entry) => ({ ...entry, sizeBytes: entry.sizeBytes + 8 * 1024 * 1024 }));

  it("is read in turns by threads, in the order of its entries, as it would be here", async () => {
    const turns: number[] = [];
    const threads = {
      atOnce: 3,
      readFacts: async ({ files }: FactRun) => {
        turns.push(files.length);
        // Later turns are done first.
        for (let rest = turns.length; rest < 9; rest += 1) await Promise.resolve();
        const named = files.map(({ path }) => `${bagName}/${path}`);
        return await hereOf(
          entries.filter(({ path }) => named.includes(path)),
          false,
        );
      },
    };
    const watch = { isMasked: false, onRead: null, sha256: sha256Hex };
    const shared = await readBag(bagName, large(), { ...watch, threads });
    const here = await readBag(bagName, entries, { ...watch, threads: null });
    expect([...shared.files]).toEqual([...here.files]);
    expect(turns.length).toBeGreaterThan(3);
  });

  it("is read here where its bytes are asked for", async () => {
    const threads = { atOnce: 3, readFacts: () => Promise.reject(new Error("asked")) };
    const read: string[] = [];
    const onRead = ({ path }: StoredEntry) => void read.push(path);
    await readBag(bagName, large(), { isMasked: false, onRead, threads, sha256: sha256Hex });
    expect(read).toEqual(entries.map(({ path }) => path));
  });
});

describe("a bag with a long file", () => {
  it("has it read first, and told of at its place", async () => {
    const last = entries.length - 1;
    const atEnd = entries.map((entry, index) => {
      return { ...entry, sizeBytes: index === last ? 40 * 1024 * 1024 : entry.sizeBytes };
    });
    const asked: string[] = [];
    const threads = {
      atOnce: 3,
      readFacts: async ({ files }: FactRun) => {
        asked.push(...files.map(({ path }) => `${bagName}/${path}`));
        return files.map(({ path, sizeBytes }) => ({ fact: unreadFact(path, sizeBytes), damage: null }));
      },
    };
    const { files } = await readBag(bagName, atEnd, {
      isMasked: false,
      onRead: null,
      sha256: sha256Hex,
      threads,
    });
    const paths = entries.map(({ path }) => path);
    expect([...files.keys()].map((path) => `${bagName}/${path}`)).toEqual(paths);
    expect(asked).toEqual([paths[last], ...paths.slice(0, last)]);
  });
});
