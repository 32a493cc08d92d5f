/** A bundle that somebody packed anew: entries dropped, added, moved, renamed, or only the container changed. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { packBundle } from "../../../src/bundle/pack-bundle.ts";
import { findingSentence } from "../../../src/verify/finding.ts";
import type { Verification } from "../../../src/verify/verification.ts";
import { verifyBundle } from "../../../src/verify/verify-bundle.ts";
import { type BagContents, bagContents, containerOf, putText, textIn } from "../bundle/bag-contents.ts";
import { packInput, sampleCase } from "../bundle/sample-case.ts";
import { rawZip } from "./raw-zip.ts";

const packed = await packBundle(packInput(await sampleCase(), "self"));
const original = await bagContents(packed.zip);
const paths = [...original.files.keys()];

function copy(): BagContents {
  return { name: original.name, files: new Map(original.files) };
}

function codesOf({ findings }: Verification): string[] {
  return findings.map(({ code }) => code);
}

test("the container is put together again as it was", async () => {
  const again = new Uint8Array(await (await containerOf(copy())).arrayBuffer());
  expect(Buffer.from(again).equals(Buffer.from(await packed.zip.arrayBuffer()))).toBe(true);
});

test.each(paths)("dropping %s is found", async (path) => {
  const bag = copy();
  bag.files.delete(path);
  const verification = await verifyBundle(await containerOf(bag));
  expect(verification.findings).toContainEqual(expect.objectContaining({ code: "file-missing", path }));
});

test.each([
  "data/captures/c0001/frame-009.png",
  "data/captures/c0009/capture.json",
  "data/added.txt",
  "proof/added.sig",
  "added.txt",
  "fetch.txt",
  "manifest-md5.txt",
])("adding %s is found", async (path) => {
  const bag = copy();
  putText(bag, path, "added");
  const verification = await verifyBundle(await containerOf(bag));
  expect(verification.isSound).toBe(false);
  expect(verification.findings).toContainEqual(expect.objectContaining({ path }));
});

test("changing any file is found under its name", async () => {
  for (const path of paths) {
    const bag = copy();
    putText(bag, path, `${textIn(bag, path)} `);
    const verification = await verifyBundle(await containerOf(bag));
    expect(verification.findings.map((finding) => finding.path)).toContain(path);
  }
});

test("swapping two pictures is found for both", async () => {
  const bag = copy();
  const [one, other] = ["data/captures/c0001/frame-000.png", "data/captures/c0001/frame-001.png"];
  bag.files.set(one, original.files.get(other) ?? new Uint8Array());
  bag.files.set(other, original.files.get(one) ?? new Uint8Array());
  const { findings } = await verifyBundle(await containerOf(bag));
  expect(findings).toEqual([
    { code: "file-changed", path: one },
    { code: "file-changed", path: other },
  ]);
});

const entries = Array.from(original.files, ([path, content]) => ({
  name: `${original.name}/${path}`,
  content,
}));

test("any other order of the entries is found, and the content is said to be whole", async () => {
  for (const shift of [1, 5, entries.length - 1]) {
    const moved = [...entries.slice(shift), ...entries.slice(0, shift)];
    const verification = await verifyBundle(rawZip(moved));
    expect(codesOf(verification)).toEqual(["container-changed"]);
  }
});

test("a container packed anew is not sound, but says that everything inside still matches the seal", async () => {
  const deflated = entries.map((entry) => ({ ...entry, isDeflated: true }));
  const verification = await verifyBundle(rawZip(deflated));
  expect(verification).toMatchObject({ isSound: false, seal: packed.seal, files: packed.files });
  expect(verification.findings).toEqual([{ code: "container-changed", detail: "content matches the seal" }]);
  expect(findingSentence("zh-TW", verification.findings[0] ?? { code: "not-a-zip" })).toContain(
    "都還和封條相符",
  );
});

test("what other people's zip makes of the unzipped bag is read, and told from the original", () => {
  const folder = mkdtempSync(join(tmpdir(), "keepleaf-repacked-"));
  for (const [path, bytes] of original.files) {
    const file = join(folder, original.name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  const program =
    "import shutil,sys; shutil.make_archive(sys.argv[1]+'/again','zip',sys.argv[1],sys.argv[2])";
  execFileSync("python3", ["-c", program, folder, original.name]);
  const again = new Blob([readFileSync(join(folder, "again.zip"))]);
  rmSync(folder, { recursive: true });
  return expect(verifyBundle(again)).resolves.toMatchObject({
    seal: packed.seal,
    findings: [{ code: "container-changed", detail: "content matches the seal" }],
  });
});

test("a bag under another name is found", async () => {
  const bag = { ...copy(), name: "keepleaf-20261121T113105Z-ffffff" };
  const { findings } = await verifyBundle(await containerOf(bag));
  expect(findings).toContainEqual(
    expect.objectContaining({ code: "info-differs", detail: "External-Identifier" }),
  );
  const later = { ...copy(), name: "keepleaf-20261122T113105Z-7c4190" };
  expect(codesOf(await verifyBundle(await containerOf(later)))).toContain("container-changed");
});

test("instructions that somebody rewrote are found, although they lie outside the seal", async () => {
  const bag = copy();
  putText(bag, "proof/README-verify.txt", "https://x.example/checker.exe");
  const verification = await verifyBundle(await containerOf(bag));
  expect(verification.findings).toEqual([{ code: "instructions-changed", path: "proof/README-verify.txt" }]);
  expect(verification.seal).toBe(packed.seal);
});
