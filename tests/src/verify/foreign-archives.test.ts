/** Archives from anywhere: each is refused with a finding, none throws, none is read further than it must be. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { packBundle } from "../../../src/bundle/pack-bundle.ts";
import { readBackup } from "../../../src/restore/read-backup.ts";
import { findingSentence } from "../../../src/verify/finding.ts";
import { verifyBundle } from "../../../src/verify/verify-bundle.ts";
import { languages } from "../../../src/words/say.ts";
import { packInput, sampleCase } from "../bundle/sample-case.ts";
import { bag, file, type FindingRow, good } from "./foreign-entries.ts";
import { oddArchives } from "./odd-archives.ts";
import { rawZip } from "./raw-zip.ts";

const megabyte = 1024 * 1024;

const archives: readonly FindingRow[] = [
  ["nothing at all", new Blob([]), "not-a-zip"],
  ["a text", new Blob(["這不是壓縮檔".repeat(40)]), "not-a-zip"],
  ["one byte", new Blob(["P"]), "not-a-zip"],
  ["a ZIP without entries", rawZip([]), "not-a-bundle"],
  ["a ZIP of something else", rawZip([{ name: "photo.jpg", content: "x" }]), "not-a-bundle"],
  [
    "a folder named almost right",
    rawZip([{ name: "keepleaf-2026/bagit.txt", content: "x" }]),
    "not-a-bundle",
  ],
  ["a bag in a folder", rawZip([{ name: `copy/${bag}/bagit.txt`, content: "x" }]), "not-a-bundle"],
  [
    "two bags",
    rawZip([good, { name: "keepleaf-20261121T113105Z-000000/bagit.txt", content: "x" }]),
    "not-a-bundle",
  ],
  ["a file beside the bag", rawZip([good, { name: "readme.txt", content: "x" }]), "not-a-bundle"],
  ["a way out of the folder", rawZip([good, file("../../evil.txt")]), "path-unsafe"],
  ["a way out at the start", rawZip([{ name: "../evil.txt", content: "x" }]), "path-unsafe"],
  ["an absolute path", rawZip([{ name: "/etc/passwd", content: "x" }]), "path-unsafe"],
  ["a drive", rawZip([{ name: "C:/evil.txt", content: "x" }]), "path-unsafe"],
  ["a backslash", rawZip([file("data\\evil.txt")]), "path-unsafe"],
  ["a way out by backslashes", rawZip([{ name: "..\\..\\evil.txt", content: "x" }]), "path-unsafe"],
  ["a network path", rawZip([{ name: "\\\\host\\share\\a", content: "x" }]), "path-unsafe"],
  ["a NUL in a name", rawZip([file("bagit.txt\0.exe")]), "path-unsafe"],
  ["a line end in a name", rawZip([file("a\nb.txt")]), "path-unsafe"],
  ["a device of Windows", rawZip([file("data/NUL.txt")]), "path-unsafe"],
  ["a stream of NTFS", rawZip([file("bagit.txt:hidden")]), "path-unsafe"],
  ["a name with a dot at its end", rawZip([file("data./a.txt")]), "path-unsafe"],
  ["an empty part in a path", rawZip([file("data//a.txt")]), "path-unsafe"],
  ["a dot as a part", rawZip([file("./bagit.txt")]), "path-unsafe"],
  ["the same name twice", rawZip([good, good]), "path-repeated"],
  ["the same name in another case", rawZip([good, file("BAGIT.TXT")]), "path-repeated"],
  ["a locked file", rawZip([file("bagit.txt", { flags: 1 })]), "entry-encrypted"],
  [
    "a symbolic link",
    rawZip([file("data", { madeBy: 0x0314, externalAttributes: 0xa1ff0000 })]),
    "entry-not-a-file",
  ],
  ["a folder with content", rawZip([good, file("data/")]), "entry-not-a-file"],
  [
    "a file that inflates a thousandfold",
    rawZip([file("data/captures/c0001/a.txt", { content: Buffer.alloc(10 * megabyte), isDeflated: true })]),
    "too-large",
  ],
  [
    "a file that says it is huge",
    rawZip([file("data/captures/c0001/a.txt", { statedBytes: 600 * megabyte })]),
    "too-large",
  ],
  [
    "JSON of 17 MB",
    rawZip([file("data/case.json", { content: Buffer.alloc(17 * megabyte, 0x20) })]),
    "too-large",
  ],
  [
    "a file that is longer than it says",
    rawZip([file("data/captures/c0001/a.txt", { content: "xx", statedBytes: 1 })]),
    "file-damaged",
  ],
  ["a wrong CRC", rawZip([file("data/captures/c0001/a.txt", { statedCrc32: 1 })]), "file-damaged"],
  [
    "two names for one file",
    rawZip([file("data/captures/c0001/a.txt", { localName: `${bag}/data/captures/c0001/b.txt` })]),
    "file-damaged",
  ],
  ["bytes before it", rawZip([good], { before: Buffer.from("MZ program") }), "zip-damaged"],
  ["a ZIP behind a ZIP", rawZip([good], { after: Buffer.from("PK and more") }), "zip-damaged"],
  ["a count that is too high", rawZip([good], { statedCount: 9 }), "zip-damaged"],
  ["a comment", rawZip([good], { comment: "hello" }), "container-changed"],
  [
    "a ZIP within the bag",
    rawZip([file("data/inner.zip", { content: "PK\u0003\u0004" })]),
    "file-unexpected",
  ],
  ["a name that shows another way", rawZip([file("data/\u202Egnp.exe")]), "file-unexpected"],
  ...oddArchives,
];

test("there are more than sixty of them, each of its own kind", () => {
  expect(new Set(archives.map(([what]) => what)).size).toBeGreaterThan(60);
});

test.each(archives)("%s is refused with its finding", async (_, archive, code) => {
  const { isSound, findings } = await verifyBundle(archive);
  expect(isSound).toBe(false);
  expect(findings.map((finding) => finding.code)).toContain(code);
  // Nothing of it can be restored either: there is no backup to write records from.
  expect((await readBackup(archive)).kind).not.toBe("read");
  for (const finding of findings)
    for (const language of languages)
      expect(findingSentence(language, finding)).not.toMatch(/[{}]|undefined/);
});

test("names in findings are shown with every unseen character as its code", async () => {
  for (const archive of [rawZip([file("../a\u202Eb")]), rawZip([file("data/\u202Egnp.exe")])]) {
    const { findings } = await verifyBundle(archive);
    expect(findings.some(({ path }) => path?.includes("〔U+202E〕"))).toBe(true);
    expect(JSON.stringify(findings)).not.toContain("\u202E");
  }
});

test("more entries than a bundle may have are refused before they are read", async () => {
  const entries = Array.from({ length: 20_001 }, (_, index) => file(`data/${index}`, { content: "" }));
  const { findings } = await verifyBundle(rawZip(entries));
  expect(findings).toEqual([{ code: "too-large", detail: "more than 20000 entries" }]);
});

test("overlapping entries are not read twice", async () => {
  const bytes = Buffer.from(
    await rawZip([file("data/captures/c0001/a.txt"), file("data/captures/c0001/b.txt")]).arrayBuffer(),
  );
  const second = bytes.lastIndexOf(Buffer.from("PK\u0001\u0002"));
  bytes.writeUInt32LE(0, second + 42);
  const { isSound, findings } = await verifyBundle(new Blob([bytes]));
  expect(isSound).toBe(false);
  expect(findings.map(({ code }) => code)).toContain("file-damaged");
});

test("a bundle cut off anywhere is refused", async () => {
  const { zip } = await packBundle(packInput(await sampleCase()));
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: zip.size - 1 }), async (length) => {
      expect((await verifyBundle(zip.slice(0, length))).isSound).toBe(false);
    }),
  );
});

test("any bytes at all, and any bytes in place of a bundle's, give findings and no throw", async () => {
  const { zip } = await packBundle(packInput(await sampleCase({ items: [{}] })));
  const bytes = new Uint8Array(await zip.arrayBuffer());
  const place = fc.record({
    at: fc.nat(bytes.length - 1),
    content: fc.uint8Array({ minLength: 1, maxLength: 64 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), place, async (noise, { at, content }) => {
      expect((await verifyBundle(new Blob([new Uint8Array(noise)]))).findings).not.toEqual([]);
      const changed = new Uint8Array(bytes);
      changed.set(content.slice(0, bytes.length - at), at);
      const isSame = changed.every((byte, index) => byte === bytes[index]);
      expect((await verifyBundle(new Blob([changed]))).isSound).toBe(isSame);
    }),
  );
});

test("a file that cannot be read is a finding, not a throw", async () => {
  const broken = new Blob(["x".repeat(100)]);
  broken.slice = () => {
    throw new Error("the drive is gone");
  };
  const { findings, isSound } = await verifyBundle(broken);
  expect(isSound).toBe(false);
  expect(findings).toHaveLength(1);
});

test("stopping stops, with the reason given", async () => {
  const { zip } = await packBundle(packInput(await sampleCase()));
  await expect(verifyBundle(zip, { signal: AbortSignal.abort(new Error("enough")) })).rejects.toThrow(
    "enough",
  );
});
