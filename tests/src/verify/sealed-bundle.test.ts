/** A bundle checked in parts: together they say what one check says, whatever is wrong and wherever it is. */
import { beforeAll, expect, it } from "vitest";
import { sha256Hex } from "../../../src/base/digest.ts";
import { streamDigest } from "../../../src/base/stream-digest.ts";
import { packBundle } from "../../../src/bundle/pack-bundle.ts";
import type { BundleReading } from "../../../src/verify/judge-bag.ts";
import { judgeSealed, openSealed } from "../../../src/verify/sealed-bundle.ts";
import { readSealedPart, sealedParts } from "../../../src/verify/sealed-part.ts";
import { verifyBundle } from "../../../src/verify/verify-bundle.ts";
import { bagContents, containerOf } from "../bundle/bag-contents.ts";
import { packInput, sampleCase } from "../bundle/sample-case.ts";

let sealed: Blob;
beforeAll(async () => {
  sealed = (await packBundle(packInput(await sampleCase()))).zip;
});

/** Each part by a digest that knows of the others only where they ended. */
async function inParts(zip: Blob, count: number) {
  const container = await openSealed(zip);
  if (container.kind === "refused") return container;
  const known = structuredClone(container.known);
  const readings: BundleReading[] = [];
  const filesDone: number[] = [];
  let state: Uint8Array | null = null;
  let sha256 = "";
  const { length } = known.entries;
  for (let index = 0; index < count; index += 1) {
    const digest = await streamDigest(state);
    const onProgress = (progress: { filesDone: number }) => void filesDone.push(progress.filesDone);
    const [first = 0, end = length] = [index, index + 1].map((at) => Math.floor((length * at) / count));
    readings.push(await readSealedPart({ zip, known }, { first, end }, { digest, onProgress }));
    if (end === length) sha256 = await digest.hex();
    else state = await digest.state();
  }
  const verification = await judgeSealed({ zip, known }, structuredClone(readings));
  return { kind: "judged" as const, readings, filesDone, sha256, verification };
}

async function judgedInParts(zip: Blob, count: number) {
  const judged = await inParts(zip, count);
  return judged.kind === "judged" ? judged : expect.fail(`refused: ${judged.finding.code}`);
}

it.each([1, 2, 3, 7])("in %i parts it is found sound, and its digest is the container's", async (count) => {
  const { readings, filesDone, sha256, verification } = await judgedInParts(sealed, count);
  expect(verification).toEqual(await verifyBundle(sealed, { isJustSealed: true }));
  expect(verification).toMatchObject({ isSound: true, findings: [] });
  expect(sha256).toBe(await sha256Hex(new Uint8Array(await sealed.arrayBuffer())));
  const files = readings.reduce((sum, reading) => sum + reading.files.size, 0);
  expect(filesDone).toEqual(Array.from({ length: files }, (_, index) => index + 1));
});

it("a changed byte is found in whatever part it is", async () => {
  const bytes = new Uint8Array(await sealed.arrayBuffer());
  for (const at of [0.1, 0.5, 0.9].map((share) => Math.floor(bytes.length * share))) {
    const changed = new Uint8Array(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    const { verification } = await judgedInParts(new Blob([changed]), 3);
    expect(verification).toEqual(await verifyBundle(new Blob([changed]), { isJustSealed: true }));
    expect(verification.isSound).toBe(false);
  }
});

it("what was left out is found as ever", async () => {
  const bag = await bagContents(sealed);
  bag.files.delete("data/case.json");
  const shorter = await containerOf(bag);
  const { verification } = await judgedInParts(shorter, 3);
  expect(verification).toEqual(await verifyBundle(shorter, { isJustSealed: true }));
  expect(verification.isSound).toBe(false);
});

it("what is no bundle and what is not as it was sealed is refused before anything is read", async () => {
  expect(await openSealed(new Blob(["no bundle"]))).toMatchObject({
    kind: "refused",
    finding: { code: "not-a-zip" },
  });
  const redated = new Uint8Array(await sealed.arrayBuffer());
  // The time of the first local header (APPNOTE 4.3.7), which no list holds.
  redated[10] = (redated[10] ?? 0) ^ 1;
  const { findings } = await verifyBundle(new Blob([redated]), { isJustSealed: true });
  expect(findings).toMatchObject([{ code: "container-changed" }]);
  expect(await openSealed(new Blob([redated]))).toMatchObject({
    kind: "refused",
    finding: { code: "container-changed" },
  });
});

const megabytes = (...sizes: number[]) => sizes.map((size) => ({ sizeBytes: size * 1024 * 1024 }));

it.each([
  ["nothing", megabytes(), [[0, 0]]],
  ["little", megabytes(1, 2, 3), [[0, 3]]],
  [
    "a quarter of a gigabyte and more",
    megabytes(300, 300, 300, 1),
    [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
    ],
  ],
  [
    "many that are small",
    megabytes(...Array.from({ length: 600 }, () => 1)),
    [
      [0, 256],
      [256, 512],
      [512, 600],
    ],
  ],
  [
    "one that is large behind others",
    megabytes(...Array.from({ length: 128 }, () => 1), 28, 1, 28),
    [
      [0, 128],
      [128, 131],
    ],
  ],
] as const)("%s is cut into parts that are all of it, in order", (_, entries, expected) => {
  expect(sealedParts(entries).map(({ first, end }) => [first, end])).toEqual(expected);
});
