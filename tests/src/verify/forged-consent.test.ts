/**
 * A helper's record about an adult: pictures as they were only where the person had agreed before each was kept.
 * Packing refuses, and the verifier finds, what anything else would let through.
 */
import { expect, test } from "vitest";
import { Failure } from "../../../src/base/failure.ts";
import { packBundle } from "../../../src/bundle/pack-bundle.ts";
import type { FactBody } from "../../../src/cases/case-fact.ts";
import { noTime } from "../../../src/cases/typed-time.ts";
import { verifyBundle } from "../../../src/verify/verify-bundle.ts";
import { type BagContents, bagContents, textIn } from "../bundle/bag-contents.ts";
import { type CaseSketch, packInput, sampleCase } from "../bundle/sample-case.ts";
import { drop, editLines, forgeItemThroughout, type ForgeryRow, forged, record, replaceIn } from "./forge.ts";

const facts = "data/case-facts.json";
const info = "bag-info.txt";

function consentTo(...scopes: ("pictures" | "police")[]): FactBody {
  return { kind: "consent", who: "本人", given: noTime, scopes };
}

const takenBack: FactBody = { kind: "withdrawn", because: "" };
const helped: CaseSketch = { about: "adult", operator: "social-worker", items: [{}, {}] };
const agreed: CaseSketch = { ...helped, before: [consentTo("pictures", "police")] };

test.each<[string, CaseSketch]>([
  ["nobody agreed", helped],
  ["the person agreed to something else", { ...helped, before: [consentTo("police")] }],
  ["the person agreed only afterwards", { ...helped, after: [consentTo("pictures")] }],
  ["consent was taken back before", { ...helped, before: [consentTo("pictures"), takenBack] }],
  ["nobody said who keeps the case", { ...helped, operator: "unknown" }],
])("where %s, a picture as it was is not packed", async (_, sketch) => {
  const thrown = await packBundle(packInput(await sampleCase(sketch))).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(Failure);
  expect(thrown).toMatchObject({
    code: "picture-without-consent",
    message: expect.stringContaining("c0001"),
  });
});

test.each<[string, CaseSketch, string]>([
  ["where the person agreed before", agreed, "unmasked-adult"],
  ["where consent was taken back afterwards", { ...agreed, after: [takenBack] }, "unmasked-adult"],
  ["where pictures were masked all the same", { ...helped, items: [{ isMasked: true }] }, "masked-adult"],
  ["where the person keeps their own case", { ...helped, operator: "self" }, "unmasked-adult"],
  ["where only text was kept", { ...helped, items: [{ frames: 0 }] }, "no-pictures"],
])("%s a bundle is packed, sound, and says so", async (_, sketch, policy) => {
  const { zip } = await packBundle(packInput(await sampleCase(sketch), "police"));
  expect((await verifyBundle(zip)).findings).toEqual([]);
  expect(textIn(await bagContents(zip), info)).toContain(`Image-Policy: ${policy}\n`);
});

test("a masked picture of an adult that an earlier version called unmasked is still sound", async () => {
  const renamed = (bag: BagContents) => {
    replaceIn(record, "masked-adult", "unmasked-adult")(bag);
    replaceIn(info, "masked-adult", "unmasked-adult")(bag);
  };
  const { findings } = await forged(renamed, { ...helped, items: [{ isMasked: true }] });
  expect(findings).toEqual([]);
});

const forgeries: ForgeryRow[] = [
  [
    "the person's own case made a helper's",
    replaceIn(record, '"operator":"self"', '"operator":"teacher"'),
    "picture-not-allowed",
    { about: "adult" },
  ],
  [
    "a helper's case made the person's own",
    replaceIn(record, '"operator":"social-worker"', '"operator":"self"'),
    "record-differs",
    agreed,
  ],
  ["what was written down left out", drop(facts), "picture-not-allowed", agreed],
  [
    "the consent written out of what was written down",
    replaceIn(facts, '"pictures",', ""),
    "picture-not-allowed",
    agreed,
  ],
  [
    "the consent moved behind the items",
    replaceIn(facts, '"sequence":1', '"sequence":9'),
    "picture-not-allowed",
    agreed,
  ],
  [
    "the log cut off before the items",
    (bag) => editLines(bag, (lines) => lines.slice(0, 2)),
    "picture-not-allowed",
    agreed,
  ],
  [
    "a masked item made unmasked, and everything made to agree",
    (bag) =>
      forgeItemThroughout(bag, (json) =>
        json.replaceAll('"isMasked":true,"number"', '"isMasked":false,"number"'),
      ),
    "picture-not-allowed",
    { ...helped, items: [{ isMasked: true }] },
  ],
  [
    "a masked picture called unmasked where another policy holds",
    replaceIn(record, '"imagePolicy":"unmasked-adult"', '"imagePolicy":"masked-adult"'),
    "record-differs",
    agreed,
  ],
];

test.each(forgeries)(
  "%s is found although every list was written anew",
  async (...[, edit, code, sketch]) => {
    const { isSound, findings } = await forged(edit, sketch);
    expect(isSound).toBe(false);
    expect(findings.map((finding) => finding.code)).toContain(code);
  },
);
