/** The same case sealed at the same moment gives the same bytes, wherever and however often it is packed. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { crc32 } from "node:zlib";
import { expect, test } from "vitest";
import { sha256Hex } from "../../../src/base/digest.ts";
import { makeDocuments } from "../../../src/bundle/make-documents.ts";
import { packBag } from "../../../src/bundle/pack-bag.ts";
import { packBundle } from "../../../src/bundle/pack-bundle.ts";
import { packInput, sampleCase } from "./sample-case.ts";

const script = fileURLToPath(new URL("print-digest.ts", import.meta.url));

function digestIn(zone: string): string {
  const options = { env: { ...process.env, TZ: zone }, encoding: "utf8" as const };
  return execFileSync(process.execPath, ["--import", import.meta.resolve("tsx"), script], options).trim();
}

test("packing twice gives the same bytes", async () => {
  const [one, other] = [
    await packBundle(packInput(await sampleCase())),
    await packBundle(packInput(await sampleCase())),
  ];
  expect(await sha256Hex(one.zip)).toBe(await sha256Hex(other.zip));
  expect(one.seal).toBe(other.seal);
});

test("the order in which items are given makes no difference", async () => {
  const input = packInput(await sampleCase());
  const other = await packBundle({ ...input, items: input.items.toReversed() });
  expect(await sha256Hex(other.zip)).toBe(await sha256Hex((await packBundle(input)).zip));
});

test("the machine's time zone makes no difference", async () => {
  const here = await sha256Hex((await packBundle(packInput(await sampleCase()))).zip);
  expect(digestIn("America/St_Johns")).toBe(`-210 ${here}`);
  expect(digestIn("Pacific/Kiritimati")).toBe(`840 ${here}`);
});

test("known checksums make no difference, except that no kept file is read to put the bag together", async () => {
  const input = packInput(await sampleCase());
  const checksums = new Map<string, number[]>();
  for (const { id, files } of input.items) {
    const blobs = await Promise.all(files.map(({ name }) => input.readFile(id, name)));
    const bytes = await Promise.all(
      blobs.map(async (blob) => Buffer.from((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))),
    );
    checksums.set(
      id,
      bytes.map((each) => crc32(each)),
    );
  }
  const measure = () => Promise.reject(new Error("a kept file was read"));
  const known = { ...input, checksums, measure };
  const made = await makeDocuments(input);
  const { zip, seal } = await packBag(known, made);
  const read = await packBag(input, made);
  expect(seal).toBe(read.seal);
  expect(await sha256Hex(zip)).toBe(await sha256Hex(read.zip));
  checksums.clear();
  await expect(packBag(known, made)).rejects.toMatchObject({ code: "read-back-differs" });
});
