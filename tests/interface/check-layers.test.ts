/** The layers of a check as a person reads them: each finding under the layer it belongs to, times as readers here write them. */
import { expect, test } from "vitest";
import { layersOf } from "../../extension/library/check-layers.tsx";
import { packBundle } from "../../src/bundle/pack-bundle.ts";
import { verifyBundle } from "../../src/verify/verify-bundle.ts";
import { languages, say, type WordKey, type WordValues } from "../../src/words/say.ts";
import { bagContents, containerOf, putText } from "../src/bundle/bag-contents.ts";
import { packInput, sampleCase } from "../src/bundle/sample-case.ts";

const words = {
  language: "zh-TW" as const,
  t: (key: WordKey, values?: WordValues) => say("zh-TW", key, values),
};

const packed = async () => (await packBundle(packInput(await sampleCase(), "self"))).zip;

test("a file of another length is a matter of the files: nobody is told that the lists were replaced", async () => {
  const bag = await bagContents(await packed());
  putText(bag, "data/captures/c0001/text.txt", "x");
  const verification = await verifyBundle(await containerOf(bag));
  expect(verification.findings.map(({ code }) => code)).toEqual(["file-changed", "count-differs"]);
  const [files, lists] = layersOf(words, verification);
  expect(files).toMatchObject({ state: "broken", result: "有 2 個地方不同" });
  expect(lists).toMatchObject({ state: "holds" });
});

test("a trusted time is told in Taipei's time, with the instant itself beside it", async () => {
  const rootSha256 = "0123456789abcdef".repeat(4);
  const stamp = { authority: "測試時戳單位", timeUtc: "2026-11-21T11:40:00.000Z", rootSha256 };
  const verification = await verifyBundle(await packed());
  const stamped = { ...verification, stamps: [stamp] } as unknown as typeof verification;
  for (const language of languages) {
    const told = layersOf({ ...words, language }, stamped).at(-1);
    expect(told).toMatchObject({ state: "holds" });
    expect(told?.result).toMatch(language === "en" ? /2026.*19:40:00/ : /115 年 11 月 21 日（六）19:40:00/);
    expect(told?.hint).toContain("2026-11-21T11:40:00.000Z");
    expect(told?.hint).toContain("測試時戳單位");
    expect(told?.hint).toContain("0123 4567 89ab cdef");
  }
});
