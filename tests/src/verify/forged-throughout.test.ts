/** The forger who makes everything agree: what still gives him away, and what only the seal on paper can. */
import { expect, test } from "vitest";
import { z } from "../../../src/base/schema.ts";
import { packBundle } from "../../../src/bundle/pack-bundle.ts";
import { writeZip, zipEntry } from "../../../src/bundle/write-zip.ts";
import { dosDateTime } from "../../../src/bundle/sealing-time.ts";
import { readJsonAs } from "../../../src/verify/read-json.ts";
import { verifyBundle } from "../../../src/verify/verify-bundle.ts";
import { bagContents, sealedAtUtc } from "../bundle/bag-contents.ts";
import { packInput, sampleCase } from "../bundle/sample-case.ts";
import { forged, forgeItemThroughout } from "./forge.ts";

function throughout(edit: (json: string) => string) {
  return forged((bag) => forgeItemThroughout(bag, edit));
}

test("an edit that everything inside agrees with is found by the seal alone", async () => {
  const { seal } = await packBundle(packInput(await sampleCase(), "self"));
  const verification = await throughout((json) =>
    json.replaceAll("2026-11-20T15:05:00Z", "2026-11-19T15:05:00Z"),
  );
  expect(verification.findings).toEqual([]);
  expect(verification.seal).not.toBe(seal);
});

test("an item of another case is found", async () => {
  const { findings } = await throughout((json) => json.replace('"caseId":"1', '"caseId":"9'));
  expect(findings).toEqual([expect.objectContaining({ code: "item-differs", detail: "caseId" })]);
});

test("an item about another age is found", async () => {
  const { findings } = await throughout((json) => json.replace('"about":"unknown"', '"about":"minor"'));
  expect(findings).toEqual([expect.objectContaining({ code: "item-differs", detail: "about" })]);
});

test("a frame that is not the file of its name is found", async () => {
  const swapped = (json: string) => json.replace('"file":"frame-000.png"', '"file":"frame-001.png"');
  const { findings } = await throughout(swapped);
  expect(findings).toContainEqual(expect.objectContaining({ code: "item-differs", detail: "frames" }));
});

test("a frame whose picture has another size is found", async () => {
  const { findings } = await throughout((json) => json.replace(/"width":40\}/, '"width":41}'));
  expect(findings).toEqual([
    expect.objectContaining({ code: "picture-not-allowed", detail: "not of its frame's size" }),
  ]);
});

async function originalBytes(): Promise<Buffer> {
  return Buffer.from(await (await packBundle(packInput(await sampleCase()))).zip.arrayBuffer());
}

test("a CRC that both headers agree on and the content does not is found", async () => {
  const bytes = await originalBytes();
  const local = bytes.indexOf("PK\u0003\u0004", 1, "latin1");
  const crc = bytes.subarray(local + 14, local + 18);
  const central = bytes.indexOf(crc, local + 18);
  expect(central).toBeGreaterThan(local);
  bytes.writeUInt8((bytes[central] ?? 0) ^ 1, central);
  bytes.writeUInt8((bytes[local + 14] ?? 0) ^ 1, local + 14);
  const { findings } = await verifyBundle(new Blob([new Uint8Array(bytes)]));
  expect(findings).toEqual([{ code: "file-damaged", path: "bagit.txt", detail: "Invalid CRC-32 checksum" }]);
});

test("our own container with its entries in another order is found", async () => {
  const { name, files } = await bagContents(new Blob([new Uint8Array(await originalBytes())]));
  const moved = [...files]
    .reverse()
    .map(([path, bytes]) => zipEntry(`${name}/${path}`, new Uint8Array(bytes)));
  const zip = await writeZip(moved, { dosDateTime: dosDateTime(sealedAtUtc) });
  expect((await verifyBundle(zip)).findings).toEqual([
    { code: "container-changed", detail: "content matches the seal" },
  ]);
});

test("JSON is read as one schema's canonical form, and no deeper than ours ever is", () => {
  const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
  expect(readJsonAs(z.unknown(), nested(32))).not.toBeNull();
  expect(readJsonAs(z.unknown(), nested(33))).toBeNull();
  expect(readJsonAs(z.unknown(), JSON.stringify("[".repeat(99)))).toBe("[".repeat(99));
  const schema = z.object({ a: z.number() });
  expect(readJsonAs(schema, '{"a":1}')).toEqual({ a: 1 });
  for (const text of [
    '{"a":1,"a":1}',
    '{ "a":1}',
    '{"a":1,"b":2}',
    '{"a":1.0}',
    '{"__proto__":{"a":1}}',
    "",
    "{",
    '{"a":1}\n',
  ]) {
    expect(readJsonAs(schema, text)).toBeNull();
  }
});
