/** Forged facts: log, record and tag files hold each other, whatever lists are written anew. */
import { expect, test } from "vitest";
import { canonicalJson } from "../../../src/base/canonical-json.ts";
import { sha256Hex } from "../../../src/base/digest.ts";
import { packBundle } from "../../../src/bundle/pack-bundle.ts";
import { verifyBundle } from "../../../src/verify/verify-bundle.ts";
import { packInput, sampleCase } from "../bundle/sample-case.ts";
import { bagContents, containerOf, putText, textIn } from "../bundle/bag-contents.ts";
import { drop, editLines, type ForgeryRow, forged, log, record, replaceIn, rewriteLog } from "./forge.ts";

function reversedItems(json: string): string {
  const stated = JSON.parse(json);
  return canonicalJson({ ...stated, items: stated.items.toReversed() });
}

const forgeries: ForgeryRow[] = [
  [
    "another number of lines",
    replaceIn("bag-info.txt", "Custody-Log-Lines: 5", "Custody-Log-Lines: 6"),
    "log-head-differs",
  ],
  [
    "items in another order",
    (bag) => putText(bag, record, reversedItems(textIn(bag, record))),
    "record-differs",
  ],
  [
    "a middle line of the log dropped",
    (bag) => editLines(bag, (lines) => lines.toSpliced(2, 1)),
    "log-broken",
  ],
  [
    "two lines of the log swapped",
    (bag) => editLines(bag, ([first = "", second = "", ...rest]) => [second, first, ...rest]),
    "log-broken",
  ],
  ["a fact in the log changed", replaceIn(log, '"number":1', '"number":3'), "log-broken"],
  ["spaces in the log", replaceIn(log, '{"action"', '{ "action"'), "log-broken"],
  ["the end of the log cut off", (bag) => editLines(bag, (lines) => lines.slice(0, -1)), "log-head-differs"],
  ["the log cut off in a line", (bag) => putText(bag, log, textIn(bag, log).slice(0, -1)), "log-broken"],
  ["the log emptied", (bag) => putText(bag, log, ""), "item-not-in-log"],
  [
    "the log written anew",
    async (bag) =>
      rewriteLog(bag, (entry) => ({ ...entry, at: { ...entry.at, utc: "2026-11-20T00:00:00.000Z" } })),
    "log-head-differs",
  ],
  [
    "the log of another case",
    async (bag) => rewriteLog(bag, (entry) => ({ ...entry, caseId: "99999999-1111-4111-8111-111111111111" })),
    "log-of-another-case",
  ],
  ["another recipient", replaceIn(record, '"recipient":"self"', '"recipient":"police"'), "record-differs"],
  ["kinds left out that were not", replaceIn(record, '"leftOut":[]', '"leftOut":["text"]'), "record-differs"],
  ["another age", replaceIn(record, '"about":"unknown"', '"about":"adult"'), "record-differs"],
  ["another policy", replaceIn("bag-info.txt", "masked-unknown", "unmasked-adult"), "record-differs"],
  ["another case code", replaceIn("bag-info.txt", "A-07", "A-08"), "record-differs"],
  [
    "another version",
    replaceIn("bag-info.txt", "Ext-Version: 0.1.0", "Ext-Version: 0.1.1"),
    "record-differs",
  ],
  ["case.json that is none", (bag) => putText(bag, record, "{}"), "record-malformed"],
  [
    "another day in bag-info",
    replaceIn("bag-info.txt", "Bagging-Date: 2026-11-21", "Bagging-Date: 2026-11-20"),
    "info-differs",
  ],
  ["another second in bag-info", replaceIn("bag-info.txt", "11:31:05", "11:31:06"), "info-differs"],
  [
    "a proof that does not exist",
    replaceIn("bag-info.txt", "Signature: none", "Signature: present"),
    "info-malformed",
  ],
  [
    "a byte order mark in bag-info",
    replaceIn("bag-info.txt", "Bagging-Date", "\uFEFFBagging-Date"),
    "info-malformed",
  ],
  ["a byte order mark in bagit.txt", replaceIn("bagit.txt", "BagIt", "\uFEFFBagIt"), "list-malformed"],
  ["another BagIt version", replaceIn("bagit.txt", "1.0", "0.97"), "list-malformed"],
  [
    "a paste file for somebody else",
    (bag) => putText(bag, "data/report/paste-police.txt", "x"),
    "file-extra",
    { recipient: "school" },
  ],
  ["no paste file", drop("data/report/paste-center.txt"), "file-missing"],
  ["no report", drop("data/report/evidence-report.pdf"), "file-missing"],
];

test.each(forgeries)(
  "%s is found although every list was written anew",
  async (...[, edit, code, sketch]) => {
    const { isSound, findings } = await forged(edit, sketch);
    expect(isSound).toBe(false);
    expect(findings.map((finding) => finding.code)).toContain(code);
  },
);

test("hashdeep's list is held against the files as well", async () => {
  const bag = await bagContents((await packBundle(packInput(await sampleCase()))).zip);
  putText(bag, "hashdeep-known.txt", textIn(bag, "hashdeep-known.txt").replace(/\d+,/, "1,"));
  const digest = await sha256Hex(textIn(bag, "hashdeep-known.txt"));
  putText(
    bag,
    "tagmanifest-sha256.txt",
    textIn(bag, "tagmanifest-sha256.txt").replace(/\w{64}(?= {2}hashdeep)/, digest),
  );
  const { findings } = await verifyBundle(await containerOf(bag));
  expect(findings).toEqual([{ code: "hashdeep-differs", path: "hashdeep-known.txt" }]);
});

test("a count that does not fit is found", async () => {
  const bag = await bagContents((await packBundle(packInput(await sampleCase()))).zip);
  putText(bag, "bag-info.txt", textIn(bag, "bag-info.txt").replace(/Payload-Oxum: \d+/, "Payload-Oxum: 1"));
  expect((await verifyBundle(await containerOf(bag))).findings.map(({ code }) => code)).toContain(
    "count-differs",
  );
});

test("writing the lists anew without an edit changes nothing", async () => {
  expect((await forged(() => undefined)).findings).toEqual([]);
});
