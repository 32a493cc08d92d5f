/** What a bundle holds for each recipient, under which names and in which form. */
import { expect, test } from "vitest";
import { sha256Hex } from "../../../src/base/digest.ts";
import type { FactBody } from "../../../src/cases/case-fact.ts";
import { factSequence } from "../cases/fact-sequence.ts";
import { bagPaths, pastePath } from "../../../src/bundle/bag-layout.ts";
import { packBundle } from "../../../src/bundle/pack-bundle.ts";
import type { Recipient } from "../../../src/bundle/recipient.ts";
import { canonicalJson } from "../../../src/base/canonical-json.ts";
import type { AboutAge } from "../../../src/evidence/case-file.ts";
import { pasteNames } from "../../../src/report/paste-name.ts";
import { makeSigner, newKey } from "../../fakes/signing-key.ts";
import { type BagContents, bagContents, textIn } from "./bag-contents.ts";
import { packInput, type SampleCase, sampleCase } from "./sample-case.ts";
import { sampleMedia } from "./sample-item.ts";

async function packedFor(recipient: Recipient, sample?: SampleCase): Promise<BagContents> {
  return bagContents((await packBundle(packInput(sample ?? (await sampleCase()), recipient))).zip);
}

test("a bundle has its name, its seal and its counts", async () => {
  const packed = await packBundle(packInput(await sampleCase()));
  const bag = await bagContents(packed.zip);
  expect(packed.name).toBe("keepleaf-20261121T113105Z-7c4190.zip");
  expect(bag.name).toBe("keepleaf-20261121T113105Z-7c4190");
  expect(packed.seal).toBe(await sha256Hex(textIn(bag, bagPaths.tagManifest)));
  const payload = [...bag.files].filter(([path]) => path.startsWith("data/"));
  expect(packed.files).toBe(payload.length);
  expect(packed.payloadBytes).toBe(payload.reduce((sum, [, bytes]) => sum + bytes.length, 0));
});

test("bag-info says when, how much, for whom and which proofs exist", async () => {
  const bag = await packedFor("police");
  const payload = [...bag.files].filter(([path]) => path.startsWith("data/"));
  const bytes = payload.reduce((sum, [, content]) => sum + content.length, 0);
  const info = Object.fromEntries(
    textIn(bag, bagPaths.info)
      .trimEnd()
      .split("\n")
      .map((line) => line.split(": ")),
  );
  expect(info).toMatchObject({
    "Bagging-Date": "2026-11-21",
    "Payload-Oxum": `${bytes}.${payload.length}`,
    "External-Identifier": bag.name,
    "Image-Policy": "masked-unknown",
    Recipient: "police",
    "Custody-Log-Lines": "5",
    "Law-As-Of": expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    Signature: "none",
    "Signing-Key-SHA256": "none",
    "Proofs-At-Sealing": "none",
    "Time-Stamp": "may-be-added-later-RFC3161",
  });
  expect(info["Custody-Log-Head"]).toBe(
    await sha256Hex(textIn(bag, bagPaths.log).trimEnd().split("\n").at(-1) ?? ""),
  );
});

const always = [
  "bag-info.txt",
  "bagit.txt",
  "data/00-READ-ME-FIRST.html",
  "data/case.json",
  "data/report/evidence-report.pdf",
  "data/report/index.csv",
  "data/report/index.ods",
  "data/report/urls.txt",
  "hashdeep-known.txt",
  "manifest-sha256.txt",
  "proof/README-verify.txt",
  "tagmanifest-sha256.txt",
];
const everything = [
  "data/captures/c0001/capture.json",
  "data/captures/c0001/frame-000.png",
  "data/captures/c0001/frame-001.png",
  "data/captures/c0001/media.json",
  "data/captures/c0001/reading.json",
  "data/captures/c0001/text.txt",
  "data/captures/c0001/tile-001.png",
  "data/case-facts.json",
  "data/custody/log.csv",
  "data/custody/log.jsonl",
  "data/schema/capture.schema.json",
  "data/schema/case.schema.json",
  "data/schema/log.schema.json",
];
const links = ["data/captures/c0001/capture.json", "data/captures/c0001/media.json"];
const picture = ["data/captures/c0001/tile-001.png"];
const pastes = (...names: string[]) => names.map((name) => `data/report/paste-${name}.txt`);

/** Who gets what, file by file. A change here is a change of what leaves the device. */
const golden: [Recipient, AboutAge, string[]][] = [
  ["police", "minor", [...everything, ...pastes("165", "center", "police")]],
  ["police", "adult", [...everything, ...pastes("165", "center", "police")]],
  ["center", "minor", [...links, ...picture, ...pastes("center")]],
  ["center", "adult", [...links, ...pastes("center")]],
  ["school", "minor", pastes("school", "social")],
  ["school", "adult", pastes("school", "social")],
  ["self", "minor", [...everything, ...pastes("165", "center", "police", "school", "social")]],
  ["self", "adult", [...everything, ...pastes("165", "center", "police", "school", "social")]],
];

test.each(golden)("%s gets these files of a case about %s and no others", async (recipient, about, files) => {
  const sample = await sampleCase({ about, items: [{}] });
  const bag = await packedFor(recipient, sample);
  expect([...bag.files.keys()].sort()).toEqual([...always, ...files].sort());
});

test.each([
  ["of unknown age", { about: "unknown" as const, items: [{}] }],
  ["of an adult, masked all the same", { about: "adult" as const, items: [{ isMasked: true }] }],
])("the centre gets the picture of a page %s", async (_what, sketch) => {
  const bag = await packedFor("center", await sampleCase(sketch));
  expect([...bag.files.keys()].sort()).toEqual([...always, ...links, ...picture, ...pastes("center")].sort());
});

test("a signed bundle has the signature and the key besides, and bag-info names both", async () => {
  const signer = await makeSigner(await newKey());
  const bag = await bagContents((await packBundle({ ...packInput(await sampleCase()), signer })).zip);
  expect([...bag.files.keys()].filter((path) => path.startsWith("proof/"))).toEqual([
    "proof/README-verify.txt",
    "proof/public-key.pem",
    "proof/tagmanifest-sha256.txt.sig",
  ]);
  expect(textIn(bag, bagPaths.info)).toContain(
    `Signature: ECDSA-P256-SHA256\nSigning-Key-SHA256: ${signer.keySha256}\nProofs-At-Sealing: proof/public-key.pem proof/tagmanifest-sha256.txt.sig\n`,
  );
});

test("the school's bundle carries no picture and no address of a picture anywhere", async () => {
  const address = "https://img.example/only-in-media.jpg";
  const sample = await sampleCase({ items: [{ media: [sampleMedia(address)] }] });
  const bag = await packedFor("school", sample);
  const withAddress = [...bag.files.keys()].filter((path) => textIn(bag, path).includes(address));
  expect(withAddress).toEqual([]);
  expect([...bag.files.keys()].filter((path) => path.endsWith(".png"))).toEqual([]);
  expect(Buffer.from(bag.files.get(bagPaths.report) ?? []).includes("/Subtype /Image")).toBe(false);
  expect(textIn(bag, bagPaths.info)).toContain("Image-Policy: no-pictures\n");
});

test.each([
  ["unknown", "masked-unknown"],
  ["minor", "masked-minor"],
  ["adult", "unmasked-adult"],
] as const)("a case about %s says %s", async (about, policy) => {
  const bag = await packedFor("police", await sampleCase({ about }));
  expect(textIn(bag, bagPaths.info)).toContain(`Image-Policy: ${policy}\n`);
});

test.each([
  ["police", true],
  ["center", false],
  ["school", true],
  ["self", true],
] as const)("%s is told which types a page was called: %s", async (recipient, isTold) => {
  const sample = await sampleCase({ items: [{}, {}] });
  const tags = { types: ["sextortion"], stalking: ["disturbing"], hasChildImage: false };
  const facts = factSequence({ kind: "tags", itemId: sample.items[1]?.id ?? null, tags } as FactBody);
  const bag = await bagContents((await packBundle({ ...packInput(sample, recipient), facts })).zip);
  const rows = textIn(bag, bagPaths.index).split("\r\n");
  const told = "性勒索、跟蹤騷擾第 4 款（通訊騷擾）";
  expect(rows.map((row) => row.includes(told))).toEqual([false, false, isTold, false]);
  const pasted = [...bag.files.keys()].filter((path) => textIn(bag, path).includes("通訊騷擾"));
  expect(pasted.some((path) => path.includes("/paste-"))).toBe(isTold);
});

test("a case without any picture says so", async () => {
  const sample = await sampleCase({ items: [{ frames: 0, verdict: { kind: "facts-only", notes: [] } }] });
  const bag = await packedFor("police", sample);
  expect(textIn(bag, bagPaths.info)).toContain("Image-Policy: no-pictures\n");
});

test("capture.json is byte for byte the item that the log knows", async () => {
  const sample = await sampleCase();
  const bag = await packedFor("police", sample);
  expect(textIn(bag, "data/captures/c0001/capture.json")).toBe(canonicalJson(sample.items[0]));
  expect(textIn(bag, bagPaths.log)).toContain(
    await sha256Hex(textIn(bag, "data/captures/c0001/capture.json")),
  );
});

test("an item that was kept and is not packed is named in case.json", async () => {
  const sample = await sampleCase();
  const [first, second] = sample.items;
  const bag = await packedFor("police", { ...sample, items: first ? [first] : [] });
  expect(JSON.parse(textIn(bag, bagPaths.record))).toMatchObject({
    items: [{ folder: "c0001", sha256: await sha256Hex(canonicalJson(first)) }],
    notIncluded: [await sha256Hex(canonicalJson(second))],
  });
});

test("files for Windows readers have a byte order mark and CRLF; lists have neither", async () => {
  const bag = await packedFor("self");
  const windows = [
    bagPaths.index,
    bagPaths.urls,
    ...pasteNames.map(pastePath),
    bagPaths.logTable,
    bagPaths.instructions,
  ];
  for (const path of windows) expect(textIn(bag, path)).toMatch(/^\uFEFF(?:[^\n]*\r\n)+$/);
  const lists = [
    bagPaths.declaration,
    bagPaths.info,
    bagPaths.manifest,
    bagPaths.tagManifest,
    bagPaths.hashdeep,
    bagPaths.log,
  ];
  for (const path of lists) expect(textIn(bag, path)).toMatch(/^[^\uFEFF\r]+\n$/);
});

test("every name in a bag is short ASCII", async () => {
  const bag = await packedFor("self");
  for (const path of bag.files.keys()) expect(`${bag.name}/${path}`).toMatch(/^[A-Za-z0-9._/-]{1,120}$/);
});

test("progress counts every kept file once, up to the last", async () => {
  const seen: number[] = [];
  const sample = await sampleCase();
  await packBundle({ ...packInput(sample, "self"), onProgress: ({ filesDone }) => seen.push(filesDone) });
  const kept = sample.items.flatMap(({ files }) => files);
  expect(seen).toEqual(kept.map((_, index) => index + 1));
});

test("pictures that would make the report too heavy are named instead of shown", async () => {
  const height = 2_600;
  const sample = await sampleCase({ items: [{ frames: 4, noisyPixels: { width: 1_200, height } }] });
  const bag = await packedFor("police", sample);
  const report = Buffer.from(bag.files.get(bagPaths.report) ?? []).toString("latin1");
  expect(report.match(/\/Subtype \/Image\b/g)).toHaveLength(1);
});

test("the school gets family names only, and never the log", async () => {
  const sample = await sampleCase({ items: [{ poster: "王小明", title: "王小明的貼文" }] });
  const bag = await packedFor("school", sample);
  for (const path of bag.files.keys()) expect(textIn(bag, path)).not.toContain("王小明");
  expect(textIn(bag, pastePath("paste-school.txt"))).toContain("王○○");
});
