/** What a person corrected stands in the reports, named as such, with what had been read beside it; the item stays. */
import { expect, test } from "vitest";
import { correctField } from "../../../src/evidence/corrections.ts";
import { verifyBundle } from "../../../src/verify/verify-bundle.ts";
import { importCase } from "../evidence/imports/import-case.ts";
import { bagContents, textIn } from "./bag-contents.ts";

async function corrected() {
  const made = await importCase("adult");
  const item = await made.keep();
  const typed = { method: "typed" as const, locator: "" };
  await correctField(made, item, { field: "posterName", before: null, after: "測試帳號丙", ...typed });
  await correctField(made, item, { field: "posterId", before: null, after: "100099", ...typed });
  await correctField(made, item, { field: "platform", before: "a", after: "別的平台", ...typed });
  return made;
}

const labelled = /本人更正/;

test("police and centre read the corrected value with its label and the value read before", async () => {
  const made = await corrected();
  const bag = await bagContents(await made.pack("police"));
  const [police, center, index] = ["paste-police.txt", "paste-center.txt", "index.csv"].map((name) =>
    textIn(bag, `data/report/${name}`),
  );
  expect(police).toContain("發文帳號：測試帳號丙　[本人更正；原本沒有讀到]");
  expect(police).toMatch(/平台：別的平台　\[本人更正；原本讀到「[^」]+」\]/);
  expect(center).toContain("測試帳號丙（本人更正；原本沒有讀到）");
  expect(center).toContain("100099（本人更正；原本沒有讀到）");
  expect(index).toMatch(labelled);
  const capture = textIn(bag, "data/captures/c0001/capture.json");
  expect(capture).not.toContain("測試帳號丙");
});

test("the school reads it too, with the family name only, and every bundle verifies", async () => {
  const made = await corrected();
  const bag = await bagContents(await made.pack("school"));
  const school = textIn(bag, "data/report/paste-school.txt");
  expect(school).toContain("測○○");
  expect(school).toMatch(labelled);
  expect(school).not.toContain("測試帳號丙");
  for (const recipient of ["police", "center", "school", "self"] as const)
    expect((await verifyBundle(await made.pack(recipient))).findings).toEqual([]);
});

test("a correction taken back leaves what was read, without a label", async () => {
  const made = await corrected();
  const [stored] = await made.store.listItems(made.caseFile.id);
  if (!stored) return expect.fail();
  const none = { after: null, method: "typed" as const, locator: "" };
  for (const field of ["posterName", "posterId", "platform"] as const)
    await correctField(made, stored.item, { field, before: null, ...none });
  const bag = await bagContents(await made.pack("police"));
  expect(textIn(bag, "data/report/paste-police.txt")).not.toMatch(labelled);
});
