/** Under a box nothing is left: no pixel, no word, no look of the page. The original stays as it was. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson } from "../../../../src/base/canonical-json.ts";
import type { Rectangle } from "../../../../src/base/rectangle.ts";
import { packBundle } from "../../../../src/bundle/pack-bundle.ts";
import { readPng } from "../../../../src/capture/png/read-png.ts";
import type { Raster } from "../../../../src/capture/raster.ts";
import { type EvidenceItem, pictureOf } from "../../../../src/evidence/evidence-item.ts";
import { keepItem } from "../../../../src/evidence/keep-item.ts";
import { mayImportImage } from "../../../../src/evidence/image-import.ts";
import { keepRedacted } from "../../../../src/evidence/redaction/keep-redacted.ts";
import { coverShade } from "../../../../src/evidence/redaction/paint-over.ts";
import { verifyBundle } from "../../../../src/verify/verify-bundle.ts";
import { FixedClock } from "../../../fakes/fixed-clock.ts";
import { MemoryStore } from "../../../fakes/memory-store.ts";
import { packInput, sampleCase } from "../../bundle/sample-case.ts";

const secret = "只有原件有的字";

async function keptOriginal() {
  const sample = await sampleCase({
    about: "adult",
    items: [{ frames: 3, text: secret, title: secret, poster: secret }],
  });
  const store = new MemoryStore();
  const clock = new FixedClock();
  const [created = expect.fail("no log")] = sample.log;
  await store.addCase(sample.caseFile, created);
  const [{ number: _number, ...item } = expect.fail("no item")] = sample.items;
  if (item.format !== "keepleaf-item-2") throw new Error("not today's format");
  const files = new Map(
    item.files.map(({ name }) => [name, sample.files.get(`${item.id}/${name}`) ?? new Blob()]),
  );
  const original = await keepItem({ store, clock }, { item, files }, crypto.randomUUID());
  return { store, clock, original, caseFile: sample.caseFile };
}

type Kept = Awaited<ReturnType<typeof keptOriginal>>;

function redact({ store, clock, original }: Kept, boxes: Rectangle[]): Promise<EvidenceItem> {
  return keepRedacted({ store, clock }, { item: original, surface: 0, boxes, newId: crypto.randomUUID() });
}

/** The whole document, from its strips. */
async function pixelsOf({ store }: Kept, item: EvidenceItem, kind: "tile" | "frame"): Promise<Raster> {
  const file = item.files.find((one) => one.kind === kind) ?? expect.fail(`no ${kind}`);
  const blob = (await store.readFile(item.id, file.name)) ?? expect.fail("no file");
  return readPng(new Uint8Array(await blob.arrayBuffer()));
}

const side = fc.integer({ min: 1, max: 60 });
const place = fc.integer({ min: -10, max: 80 });
const anyBox: fc.Arbitrary<Rectangle> = fc.record({ x: place, y: place, width: side, height: side });

it("has one flat colour under every box and the original's pixels everywhere else", async () => {
  const kept = await keptOriginal();
  const before = await pixelsOf(kept, kept.original, "tile");
  await fc.assert(
    fc.asyncProperty(fc.array(anyBox, { minLength: 1, maxLength: 4 }), async (boxes) => {
      const after = await pixelsOf(kept, await redact(kept, boxes), "frame");
      expect([after.width, after.height]).toEqual([before.width, before.height]);
      for (let at = 0; at < after.pixels.length; at += 3) {
        const [x, y] = [(at / 3) % after.width, Math.floor(at / 3 / after.width)];
        const isCovered = boxes.some(
          (box) => x >= box.x && y >= box.y && x < box.x + box.width && y < box.y + box.height,
        );
        const expected = isCovered
          ? [coverShade, coverShade, coverShade]
          : [...before.pixels.subarray(at, at + 3)];
        expect([...after.pixels.subarray(at, at + 3)]).toEqual(expected);
      }
    }),
    { numRuns: 6 },
  );
});

it("carries no word of the page, no look at it, and names the original by its digest", async () => {
  const kept = await keptOriginal();
  const redacted = await redact(kept, [{ x: 2, y: 2, width: 9, height: 9 }]);
  expect(canonicalJson(kept.original)).toContain(secret);
  expect(canonicalJson(redacted)).not.toContain(secret);
  expect(redacted.files.every(({ kind }) => kind === "frame" || kind === "tile")).toBe(true);
  expect(pictureOf(redacted)?.frames.every(({ census }) => census.viewDigest === "")).toBe(true);
  const log = await kept.store.readLog(kept.caseFile.id);
  const keptLine = log.find(({ action }) => action === "item.kept") ?? expect.fail("no line");
  expect(redacted).toMatchObject({
    derivedFrom: { itemId: kept.original.id, itemSha256: keptLine.facts["itemSha256"] },
  });
  expect(log.at(-1)).toMatchObject({ action: "item.redacted", facts: { redactedItemId: redacted.id } });
});

it("leaves the original and its files as they were", async () => {
  const kept = await keptOriginal();
  const before = canonicalJson((await kept.store.readItem(kept.original.id))?.item);
  await redact(kept, [{ x: 0, y: 0, width: 30, height: 30 }]);
  expect(canonicalJson((await kept.store.readItem(kept.original.id))?.item)).toBe(before);
});

it("goes into a bundle that verifies, beside its original", async () => {
  const kept = await keptOriginal();
  await redact(kept, [{ x: 3, y: 4, width: 10, height: 10 }]);
  const stored = await kept.store.listItems(kept.caseFile.id);
  const items = stored.map(({ item }) => item).reverse();
  const log = await kept.store.readLog(kept.caseFile.id);
  const sample = { caseFile: kept.caseFile, items, log, facts: [], files: new Map() };
  const readFile = (itemId: string, name: string) => kept.store.readFile(itemId, name);
  const packed = await packBundle({ ...packInput(sample), readFile });
  expect((await verifyBundle(packed.zip)).findings).toEqual([]);
});

it("is not made without a box, nor of a picture that is not there", async () => {
  const kept = await keptOriginal();
  await expect(redact(kept, [])).rejects.toMatchObject({ code: "nothing-kept" });
  const wrong = { item: kept.original, surface: 7, boxes: [{ x: 0, y: 0, width: 9, height: 9 }] };
  await expect(keepRedacted(kept, { ...wrong, newId: crypto.randomUUID() })).rejects.toMatchObject({
    code: "nothing-kept",
  });
});

it("is refused where the case hides pictures, with what to do instead", () => {
  expect(mayImportImage(false)).toEqual({ kind: "allowed" });
  const refused = mayImportImage(true);
  expect(refused.kind === "refused" && refused.instead).toEqual([
    "not-here",
    "do-not-forward",
    "do-not-delete-alone",
    "call",
  ]);
});
