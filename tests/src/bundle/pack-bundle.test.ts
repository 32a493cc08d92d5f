/** What a bundle holds for each recipient, under which names and in which form. */
import { expect, test } from "vitest";
import { sha256Hex } from "../../../src/base/digest.ts";
import { bagPaths } from "../../../src/bundle/bag-layout.ts";
import { packBundle } from "../../../src/bundle/pack-bundle.ts";
import { type Recipient, recipients } from "../../../src/bundle/recipient.ts";
import { canonicalJson } from "../../../src/base/canonical-json.ts";
import { type BagContents, bagContents, textIn } from "./bag-contents.ts";
import { packInput, type SampleCase, sampleCase } from "./sample-case.ts";
import { sampleMedia } from "./sample-item.ts";

async function packedFor(recipient: Recipient, sample?: SampleCase): Promise<BagContents> {
  return bagContents((await packBundle(packInput(sample ?? (await sampleCase()), recipient))).zip);
}

function captured(bag: BagContents): string[] {
  return [...bag.files.keys()]
    .filter((path) => path.startsWith("data/captures/c0001/"))
    .map((path) => path.slice("data/captures/c0001/".length));
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
    Signature: "none",
    "Time-Stamp": "none",
    "Proofs-At-Sealing": "none",
  });
  expect(info["Custody-Log-Head"]).toBe(
    await sha256Hex(textIn(bag, bagPaths.log).trimEnd().split("\n").at(-1) ?? ""),
  );
});

const everyFile = [
  "capture.json",
  "frame-000.png",
  "frame-001.png",
  "media.json",
  "reading.json",
  "text.txt",
  "tile-001.png",
];

test.each([
  ["police", everyFile, ["paste-police.txt"]],
  [
    "center",
    ["capture.json", "frame-000.png", "frame-001.png", "media.json", "tile-001.png"],
    ["paste-center.txt"],
  ],
  ["school", ["capture.json"], []],
  ["self", everyFile, ["paste-center.txt", "paste-police.txt"]],
] as const)("%s gets its files and no others", async (recipient, files, pastes) => {
  const bag = await packedFor(recipient);
  expect(captured(bag)).toEqual(files);
  const found = [...bag.files.keys()].filter((path) => path.includes("/paste-"));
  expect(found).toEqual(pastes.map((name) => `data/report/${name}`));
});

test("the school's bundle carries no picture and no address of a picture anywhere", async () => {
  const address = "https://img.example/only-in-media.jpg";
  const sample = await sampleCase({ items: [{ media: [sampleMedia(address)] }] });
  const bag = await packedFor("school", sample);
  const withAddress = [...bag.files.keys()].filter((path) => textIn(bag, path).includes(address));
  expect(withAddress).toEqual([]);
  expect([...bag.files.keys()].filter((path) => path.endsWith(".png"))).toEqual([]);
  expect(textIn(bag, bagPaths.report)).not.toContain("data:image");
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
    bagPaths.pasteCenter,
    bagPaths.pastePolice,
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

test("progress counts every file once, up to the last", async () => {
  const seen: number[] = [];
  const packed = await packBundle({
    ...packInput(await sampleCase()),
    onProgress: ({ filesDone }) => seen.push(filesDone),
  });
  expect(seen).toEqual(Array.from({ length: packed.files }, (_, index) => index + 1));
});

test.each(recipients)("no promise is made of parts that do not exist, for %s", async (recipient) => {
  const bag = await packedFor(recipient);
  const texts = [...bag.files.keys()]
    .filter((path) => /\.(html|txt|csv)$/.test(path))
    .map((path) => textIn(bag, path));
  for (const text of texts) expect(text).not.toMatch(/\.pdf|\.ods|handover|\.tsr/i);
});

test("frames that would make the report too heavy are named instead of shown", {
  timeout: 30_000,
}, async () => {
  const sample = await sampleCase({ about: "adult", items: [{ frames: 4, frameBytes: 9 * 1024 * 1024 }] });
  const report = textIn(await packedFor("police", sample), bagPaths.report);
  expect(report.match(/data:image\/png;base64,/g)).toHaveLength(2);
  expect(report).toContain("captures/c0001/frame-003.png");
});
