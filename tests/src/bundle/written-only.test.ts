/** A record in which nothing was kept: what people wrote down can be handed over and backed up all the same. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packBundle } from "../../../src/bundle/pack-bundle.ts";
import { type Recipient, recipients } from "../../../src/bundle/recipient.ts";
import { whetherToPack } from "../../../src/bundle/whether-to-pack.ts";
import { type FactBody, noTags } from "../../../src/cases/case-fact.ts";
import { urlKey } from "../../../src/cases/url-key.ts";
import { noTime } from "../../../src/cases/typed-time.ts";
import { readBackup } from "../../../src/restore/read-backup.ts";
import { restoreBackup } from "../../../src/restore/restore-backup.ts";
import { verifyBundle } from "../../../src/verify/verify-bundle.ts";
import { FixedClock } from "../../fakes/fixed-clock.ts";
import { MemoryStore } from "../../fakes/memory-store.ts";
import { type BagContents, bagContents, textIn } from "./bag-contents.ts";
import { type CaseSketch, packInput, sampleCase } from "./sample-case.ts";

const demand: FactBody = {
  ...{ kind: "incident", incident: "demand", account: "測試帳號乙" },
  happened: { day: "2026-11-20", clock: "22:58", words: "放學後" },
  ...{ words: "說要傳給測試同學甲", tags: { ...noTags, types: ["sextortion"] } },
};
const pasted: FactBody = { kind: "urls", urls: ["https://social.example/p/9", "https://img.example/b.jpg"] };
const setAside: FactBody = {
  ...{ kind: "url-status", urlKeys: [urlKey("https://img.example/b.jpg")], status: "set-aside" },
  ...{ seen: noTime, receipt: "", words: "" },
};
const written: CaseSketch = { about: "minor", items: [], after: [demand, pasted] };

async function packedFor(recipient: Recipient, sketch: CaseSketch = written) {
  const sample = await sampleCase(sketch);
  const { zip } = await packBundle(packInput(sample, recipient));
  return { sample, zip, bag: await bagContents(zip) };
}

const textsOf = (bag: BagContents) =>
  [...bag.files.keys()]
    .filter((path) => /\.(?:txt|csv|html|json)$/.test(path))
    .map((path) => textIn(bag, path));

async function reportText(bag: BagContents): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "keepleaf-written-"));
  const file = join(folder, "report.pdf");
  writeFileSync(file, bag.files.get("data/report/evidence-report.pdf") ?? "");
  const reader = "pdftotext";
  const text = spawnSync(reader, ["-layout", file, "-"], { encoding: "utf8" }).stdout;
  rmSync(folder, { recursive: true });
  return text;
}

test.each(recipients)("%s: a bundle without an item is sound, and says so of itself", async (recipient) => {
  const { zip, bag } = await packedFor(recipient);
  const { findings, items } = await verifyBundle(zip);
  expect(findings).toEqual([]);
  expect(items).toEqual([]);
  expect(textIn(bag, "bag-info.txt")).toContain("Image-Policy: no-pictures");
  const kept = [...bag.files.keys()].filter((path) => /^data\/(?:captures|imports|conversations)/.test(path));
  expect(kept).toEqual([]);
});

test("the police read what was written down in the report and in the text to paste", async () => {
  const { bag } = await packedFor("police");
  for (const text of [await reportText(bag), textIn(bag, "data/report/paste-police.txt")]) {
    for (const words of ["對方的要求或威脅", "說要傳給測試同學甲", "性勒索", "https://social.example/p/9"])
      expect(text).toContain(words);
    expect(text).not.toContain("每一筆都有發文時間");
  }
});

test("the school reads what happened and when, but nobody's own words and no noted address", async () => {
  const { bag } = await packedFor("school");
  expect(textIn(bag, "data/report/paste-school.txt")).toContain(
    "事：對方的要求或威脅（115 年 11 月 20 日 22:58）\r\n",
  );
  for (const text of [await reportText(bag), ...textsOf(bag)])
    expect(text).not.toMatch(/測試同學甲|測試帳號乙|放學後|example\/p\/9|b\.jpg/);
});

test("the centre gets a row for each noted address, and no word of what was written", async () => {
  const { bag } = await packedFor("center");
  const list = textIn(bag, "data/report/paste-center.txt");
  expect(list).toContain(
    "social.example | https://social.example/p/9 | （缺） | （缺） | （缺） | （缺） | （只記下網址）",
  );
  expect(list).toContain("https://img.example/b.jpg");
  for (const text of [await reportText(bag), ...textsOf(bag)])
    expect(text).not.toMatch(/測試同學甲|測試帳號乙/);
  expect(textIn(bag, "data/report/urls.txt")).toContain("https://social.example/p/9\r\n");
});

test("an address set aside, kept, or of an item left out is not among the noted ones", async () => {
  const kept = { url: "https://social.example/p/9?fbclid=x" };
  const sketch: CaseSketch = { about: "adult", items: [kept], after: [pasted, setAside] };
  const sample = await sampleCase(sketch);
  const left = { ...packInput(sample, "center"), items: [], leftItems: sample.items };
  for (const input of [packInput(sample, "center"), left]) {
    const bag = await bagContents((await packBundle(input)).zip);
    expect(textIn(bag, "data/report/urls.txt")).not.toMatch(/b\.jpg|p\/9\r/);
    expect(textIn(bag, "data/report/paste-center.txt")).not.toContain("只記下網址");
  }
});

test("its backup comes back: the record, its log and every fact", async () => {
  const { sample, zip } = await packedFor("self");
  const reading = await readBackup(zip);
  if (reading.kind !== "read") throw new Error(reading.kind);
  const store = new MemoryStore();
  const ports = { store, clock: new FixedClock(), newId: () => crypto.randomUUID() };
  expect(await restoreBackup(ports, reading.backup, "0".repeat(64))).toMatchObject({
    kind: "restored",
    items: [],
  });
  const { id } = sample.caseFile;
  expect(await store.listFacts(id)).toEqual(sample.facts);
  expect((await store.readLog(id)).slice(0, sample.log.length)).toEqual(sample.log);
});

test("where nothing is written down either, nothing is packed; the centre needs an address", () => {
  const there = { items: 0, records: 0, noted: 0 };
  for (const recipient of recipients) {
    expect(whetherToPack(recipient, there)).toBe("nothing");
    expect(whetherToPack(recipient, { ...there, items: 1 })).toBe("pack");
    const words = recipient === "center" ? "no-address" : "pack";
    expect(whetherToPack(recipient, { ...there, records: 2 })).toBe(words);
    expect(whetherToPack(recipient, { ...there, records: 2, noted: 1 })).toBe("pack");
  }
});
