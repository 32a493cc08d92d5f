/** A bundle checked in parts: together they say what one check says, whatever is wrong and wherever it is. */
import { beforeAll, expect, it } from "vitest";
import { sha256Hex } from "../../../src/base/digest.ts";
import { streamDigest } from "../../../src/base/stream-digest.ts";
import { packBundle } from "../../../src/bundle/pack-bundle.ts";
import { judgeSealed, type PartReading, readSealedPart } from "../../../src/verify/sealed-bundle.ts";
import { verifyBundle } from "../../../src/verify/verify-bundle.ts";
import { bagContents, containerOf } from "../bundle/bag-contents.ts";
import { packInput, sampleCase } from "../bundle/sample-case.ts";

let sealed: Blob;
beforeAll(async () => {
  sealed = (await packBundle(packInput(await sampleCase()))).zip;
});

/** Each part by a digest that knows of the others only where they ended. */
async function inParts(zip: Blob, count: number) {
  const parts: PartReading[] = [];
  const filesDone: number[] = [];
  let state: Uint8Array | null = null;
  let sha256 = "";
  for (let index = 0; index < count; index += 1) {
    const digest = await streamDigest(state);
    const last = parts.at(-1);
    const part = await readSealedPart(
      zip,
      { index, count },
      {
        digest,
        known: last?.kind === "read" ? last.known : null,
        onProgress: (progress) => void filesDone.push(progress.filesDone),
      },
    );
    parts.push(part);
    if (index + 1 === count) sha256 = await digest.hex();
    else state = await digest.state();
  }
  return { parts, filesDone, sha256, verification: await judgeSealed(zip, parts) };
}

it.each([1, 2, 3, 7])("in %i parts it is found sound, and its digest is the container's", async (count) => {
  const { parts, filesDone, sha256, verification } = await inParts(sealed, count);
  expect(verification).toEqual(await verifyBundle(sealed, { isJustSealed: true }));
  expect(verification).toMatchObject({ isSound: true, findings: [] });
  expect(sha256).toBe(await sha256Hex(new Uint8Array(await sealed.arrayBuffer())));
  const sizes = parts.map((part) => (part.kind === "read" ? part.reading.files.size : 0));
  const files = sizes.reduce((sum, size) => sum + size, 0);
  expect(filesDone).toEqual(Array.from({ length: files }, (_, index) => index + 1));
});

it("in parts that pass through another thread it is found sound", async () => {
  const { parts } = await inParts(sealed, 3);
  expect(await judgeSealed(sealed, structuredClone(parts))).toMatchObject({ isSound: true, findings: [] });
});

it("a changed byte is found in whatever part it is", async () => {
  const bytes = new Uint8Array(await sealed.arrayBuffer());
  for (const at of [0.1, 0.5, 0.9].map((share) => Math.floor(bytes.length * share))) {
    const changed = new Uint8Array(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    const { verification } = await inParts(new Blob([changed]), 3);
    expect(verification).toEqual(await verifyBundle(new Blob([changed]), { isJustSealed: true }));
    expect(verification.isSound).toBe(false);
  }
});

it("what was left out, what is no bundle and what somebody wrote anew are found as ever", async () => {
  const bag = await bagContents(sealed);
  bag.files.delete("data/case.json");
  const shorter = await containerOf(bag);
  const padded = new Blob([sealed, new Uint8Array(3)]);
  for (const zip of [shorter, padded, new Blob(["no bundle"])]) {
    const { verification } = await inParts(zip, 3);
    expect(verification).toEqual(await verifyBundle(zip, { isJustSealed: true }));
    expect(verification.isSound).toBe(false);
  }
});
