/** Whatever a case holds, what packing writes is found sound, and the verifier tells the same facts. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { packBundle } from "../../../src/bundle/pack-bundle.ts";
import { recipients, shares } from "../../../src/bundle/recipient.ts";
import { AboutAge } from "../../../src/evidence/case-file.ts";
import { verifyBundle } from "../../../src/verify/verify-bundle.ts";
import { packInput, sampleCase } from "../bundle/sample-case.ts";
import { sampleMedia } from "../bundle/sample-item.ts";
import { hostileTexts } from "../report/hostile-text.ts";

/** JSON has no lone surrogates, and in a masked case no page's text carries a picture. */
const pageText = fc
  .oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: "binary", maxLength: 30 }))
  .map((text) => text.toWellFormed().replace(/data:/gi, "date:"));

const sketch = fc.record(
  {
    frames: fc.integer({ min: 0, max: 3 }),
    url: pageText.map((text) => `https://social.example/${text}`),
    title: pageText,
    poster: pageText,
    postedAt: pageText,
    text: pageText,
    media: fc.array(pageText.map(sampleMedia), { maxLength: 3 }),
    shade: fc.integer({ min: 0, max: 255 }),
  },
  { requiredKeys: [] },
);

const sketches = fc.array(sketch, { maxLength: 4 });

test("any set of items packs, verifies sound, and has the seal that packing told", async () => {
  await fc.assert(
    fc.asyncProperty(
      sketches,
      fc.constantFrom(...recipients),
      fc.constantFrom(...AboutAge.options),
      async (items, recipient, about) => {
        const sample = await sampleCase({ about, items });
        const packed = await packBundle(packInput(sample, recipient));
        const verification = await verifyBundle(packed.zip);
        expect(verification.findings).toEqual([]);
        expect(verification).toMatchObject({
          isSound: true,
          seal: packed.seal,
          bagName: packed.name.replace(/\.zip$/, ""),
          files: packed.files,
          payloadBytes: packed.payloadBytes,
          recipient,
          log: { lines: shares[recipient].parts.includes("log") ? sample.log.length : 0 },
        });
        const shown = shares[recipient].parts.includes("captures") ? sample.items : [];
        expect(verification.items.map(({ url }) => url)).toEqual(shown.map(({ address }) => address.url));
      },
    ),
    { numRuns: 50 },
  );
});

test("the summary of an item tells what was kept", async () => {
  const { zip } = await packBundle(packInput(await sampleCase({ items: [{ frames: 3 }] })));
  expect((await verifyBundle(zip)).items).toEqual([
    {
      folder: "c0001",
      url: "https://social.example/p/1?ref=share#top",
      title: "範例社群的一則貼文",
      poster: "測試帳號甲",
      postedAt: "2026-11-20T15:05:00Z",
      frames: 3,
      verdict: "complete",
    },
  ]);
});

test("every file is read once, and progress says so", async () => {
  const { zip } = await packBundle(packInput(await sampleCase()));
  const seen: number[] = [];
  await verifyBundle(zip, { onProgress: ({ filesDone, filesTotal }) => seen.push(filesTotal - filesDone) });
  expect(seen).toEqual(seen.map((_, index) => seen.length - 1 - index));
  expect(seen.length).toBeGreaterThan(20);
});
