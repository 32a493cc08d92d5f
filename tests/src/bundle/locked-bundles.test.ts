/** Locked bundles: which files are taken for one, which passphrases open it, and that a changed one is refused. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, openAsBlob, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BlobReader, BlobWriter, TextReader, ZipWriter } from "@zip.js/zip.js/index-native.js";
import { beforeAll, expect, test } from "vitest";
import { lockBundle } from "../../../src/bundle/lock-bundle.ts";
import { type LockedBundle, lockedBundleIn } from "../../../src/bundle/locked-bundle.ts";
import { passphraseOf, passphrasesMeant } from "../../../src/bundle/passphrase.ts";
import { passphraseFor, unlockedBundle } from "../../../src/bundle/unlock-bundle.ts";
import { rawZip } from "../verify/raw-zip.ts";

const words = passphraseOf(new Uint16Array([1, 20, 300, 400, 500, 600, 2_047]));
/** Of several pieces, the last not full. */
const content = new Blob([Uint8Array.from({ length: 700_001 }, (_, at) => (at * at) % 251)]);
let file: Blob;
beforeAll(async () => {
  file = await lockBundle(content, words);
});

async function found(zip: Blob): Promise<LockedBundle> {
  return (await lockedBundleIn(zip)) ?? expect.fail("not taken for a locked bundle");
}

async function flipped(zip: Blob, at: number): Promise<Blob> {
  const bytes = new Uint8Array(await zip.arrayBuffer());
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return new Blob([bytes]);
}

async function bytesOf(blob: Blob | null): Promise<Buffer> {
  return Buffer.from((await blob?.arrayBuffer()) ?? new ArrayBuffer(0));
}

test("the right passphrase gives every byte of the bundle, and tells how far it is", async () => {
  const locked = await found(file);
  expect(locked.contentBytes).toBe(content.size);
  const shares: number[] = [];
  const opened = await unlockedBundle(locked, words, { onProgress: (share) => void shares.push(share) });
  expect((await bytesOf(opened)).equals(await bytesOf(content))).toBe(true);
  expect(shares.length).toBeGreaterThan(1);
  expect(shares).toEqual([...shares].sort((one, other) => one - other));
  expect(shares.at(-1)).toBe(1);
});

test("locking can be stopped between two pieces", async () => {
  const life = new AbortController();
  const reason = new Error("stopped");
  let pieces = 0;
  const onPiece = async () => {
    pieces += 1;
    life.abort(reason);
  };
  await expect(lockBundle(content, words, { signal: life.signal, onPiece })).rejects.toBe(reason);
  expect(pieces).toBe(1);
});

test("whoever is told how far it is may hold it up: nothing goes on meanwhile", async () => {
  let told = 0;
  const open: number[] = [];
  const onProgress = async () => {
    told += 1;
    open.push(told);
    await new Promise((resolve) => setImmediate(resolve));
    open.push(told);
  };
  await unlockedBundle(await found(file), words, { onProgress });
  expect(told).toBeGreaterThan(1);
  expect(open).toEqual(Array.from({ length: 2 * told }, (_, at) => 1 + Math.floor(at / 2)));
});

test("the words are understood however they are set, and nothing else is turned into them", async () => {
  const locked = await found(file);
  const [first = "", ...rest] = words.split(" ");
  const set = [
    `  ${words}\n`,
    words.replaceAll(" ", "\n"),
    words.toUpperCase(),
    words.replaceAll(" ", "-"),
    words.replaceAll(" ", "　"),
    [first, ...rest].map((word, at) => `${at + 1}. ${word}`).join("\r\n"),
    words.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
    words.replace("a", "a\u200b"),
  ];
  for (const typed of set) expect(await passphraseFor(locked, typed), typed).toBe(words);
  for (const typed of ["", " ", rest.join(" "), `${words} ${first}`, words.replaceAll(" ", "")])
    expect(await passphraseFor(locked, typed), typed).toBeNull();
});

test("somebody else's passphrase is tried as it was typed, every sign of it", async () => {
  const locked = await found(await lockBundle(content, "Zwei  Wörter-密碼 "));
  expect(await passphraseFor(locked, "Zwei  Wörter-密碼 ")).toBe("Zwei  Wörter-密碼 ");
  expect(await passphraseFor(locked, "zwei wörter 密碼")).toBeNull();
  expect(passphrasesMeant("Abc \n")).toEqual(["Abc \n", "Abc"]);
  expect(passphrasesMeant("x".repeat(1_025))).toEqual([]);
});

test("one changed bit of the locked bytes or of their tag, and nothing comes out", async () => {
  const { contentBytes } = await found(file);
  const begins = 30 + 10 + 11 + 18;
  const places = [
    begins,
    begins + 300_000,
    begins + contentBytes - 1,
    begins + contentBytes,
    begins + contentBytes + 9,
  ];
  for (const at of places) {
    const locked = await found(await flipped(file, at));
    expect(await passphraseFor(locked, words)).toBe(words);
    expect(await unlockedBundle(locked, words), String(at)).toBeNull();
  }
});

test("stopped in the middle, it gives the reason of whoever stopped it", async () => {
  const life = new AbortController();
  const watch = { signal: life.signal, onProgress: () => life.abort(new Error("enough")) };
  await expect(unlockedBundle(await found(file), words, watch)).rejects.toThrow("enough");
});

type Options = NonNullable<ConstructorParameters<typeof ZipWriter>[1]>;
const strong: Options = { password: words, encryptionStrength: 3, level: 0, useWebWorkers: false };

async function zipOf(names: readonly string[], options: Options): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter(), { ...strong, ...options });
  for (const name of names) await writer.add(name, new BlobReader(content));
  return await writer.close();
}

test("what is locked in another way is not asked for its passphrase", async () => {
  // The same writer, as it should be: each of the others differs in one thing alone.
  expect(await lockedBundleIn(await zipOf(["bundle.zip"], {}))).not.toBeNull();
  const open = new ZipWriter(new BlobWriter());
  await open.add("bundle.zip", new TextReader("open"));
  const bytes = Buffer.from(await file.arrayBuffer());
  const others: [what: string, zip: Blob][] = [
    ["the old encryption of ZIP", await zipOf(["bundle.zip"], { zipCrypto: true })],
    ["AES-128", await zipOf(["bundle.zip"], { encryptionStrength: 1 })],
    ["AES-192", await zipOf(["bundle.zip"], { encryptionStrength: 2 })],
    ["two entries", await zipOf(["bundle.zip", "more.zip"], {})],
    ["another name", await zipOf(["bundle.txt"], {})],
    ["a folder in front", await zipOf(["a/bundle.zip"], {})],
    ["deflated", await zipOf(["bundle.zip"], { level: 6 })],
    ["not locked", await open.close()],
    ["bytes in front", new Blob(["x", file])],
    ["bytes behind", new Blob([file, "x"])],
    ["bytes between", new Blob([bytes.subarray(0, -200), "x".repeat(2_000), bytes.subarray(-200)])],
    ["half of it", file.slice(0, 300_000)],
    ["nothing", new Blob()],
    ["method 99 without a lock", rawZip([{ name: "bundle.zip", statedMethod: 99, flags: 1 }])],
    [
      "a long comment",
      rawZip([{ name: "bundle.zip", statedMethod: 99, flags: 1 }], { comment: "x".repeat(60_000) }),
    ],
  ];
  for (const [what, zip] of others) expect(await lockedBundleIn(zip), what).toBeNull();
});

/** Signature of the one central header; sizes stand 20 and 24 bytes behind. */
const central = Buffer.from("PK\u0001\u0002", "latin1");

test.each([
  ["more than it holds", 1],
  ["four gigabytes", 0xfff0_0000],
  ["nothing", 0],
])("a directory that says the bundle is %s is not believed", async (_, stated) => {
  const bytes = Buffer.from(await file.arrayBuffer());
  const at = bytes.lastIndexOf(central);
  const size = stated === 1 ? content.size + 1 : stated;
  bytes.writeUInt32LE(size, at + 24);
  expect(await lockedBundleIn(new Blob([bytes]))).toBeNull();
  // Where both sizes lie in the same way, the tag is looked for where it is not.
  bytes.writeUInt32LE(Math.min(0xffff_fffe, size + 28), at + 20);
  const locked = await lockedBundleIn(new Blob([bytes]));
  expect(locked && (await unlockedBundle(locked, words))).toBeNull();
});

/** A program of somebody else. */
function run(program: string, words: readonly string[], cwd: string) {
  return spawnSync(program, words, { cwd });
}

test("what 7-Zip locks opens where it has our one form, and not where it was squeezed as well", async () => {
  const folder = mkdtempSync(join(tmpdir(), "keepleaf-seven-"));
  writeFileSync(join(folder, "bundle.zip"), await bytesOf(content));
  const seven = (name: string, ...more: string[]) =>
    run("7z", ["a", "-tzip", "-mem=AES256", ...more, "-pAb 12", name, "bundle.zip"], folder);
  seven("stored.zip", "-mx0");
  seven("squeezed.zip", "-mx5");
  const locked = await found(await openAsBlob(join(folder, "stored.zip")));
  expect(await passphraseFor(locked, "ab 12")).toBeNull();
  expect(await passphraseFor(locked, " Ab 12\n")).toBe("Ab 12");
  const opened = await bytesOf(await unlockedBundle(locked, "Ab 12"));
  expect(opened.equals(readFileSync(join(folder, "bundle.zip")))).toBe(true);
  expect(await lockedBundleIn(await openAsBlob(join(folder, "squeezed.zip")))).toBeNull();
  rmSync(folder, { recursive: true });
});
