/** Imported pictures of every kind of colours: drawn as they are, held to what they mean, and named where they are not drawn. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pdfPictures } from "../../../src/verify/document-pictures.ts";
import { verifyBundle } from "../../../src/verify/verify-bundle.ts";
import { chosen } from "../evidence/imports/chosen-files.ts";
import { importCase } from "../evidence/imports/import-case.ts";
import { type ColouredPng, colouredPng, everyKind } from "../report/coloured-png.ts";
import { openPdf, rewrite, writePdf } from "../verify/pdf-forger.ts";
import { type BagContents, bagContents, containerOf, relist } from "./bag-contents.ts";

const report = "data/report/evidence-report.pdf";
const folder = mkdtempSync(join(tmpdir(), "keepleaf-kinds-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function packed(pictures: readonly (readonly [name: string, png: ColouredPng])[]): Promise<Blob> {
  const made = await importCase("adult");
  const files = pictures.map(([name, png]) => chosen(`${name}.png`, colouredPng(png)));
  for (let at = 0; at < files.length; at += 10) await made.put(files.slice(at, at + 10));
  return await made.pack("police");
}

const reportOf = ({ files }: BagContents) => new Uint8Array(files.get(report) ?? []);

function run(program: string, words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: "utf8" });
  expect(status, stderr).toBe(0);
  return stdout;
}

/** As a reader shows all of its pages. */
function pagesOf(pdf: Uint8Array): string {
  writeFileSync(join(folder, "report.pdf"), pdf);
  run("pdftoppm", ["-r", "50", join(folder, "report.pdf"), join(folder, "page")]);
  return run("bash", ["-c", `cat ${folder}/page*.ppm | sha256sum && rm ${folder}/page*.ppm`]);
}

test("each is drawn once, from the very bytes that were put in, and the bundle verifies", async () => {
  const zip = await packed(everyKind);
  const { findings, items } = await verifyBundle(zip);
  expect(findings).toEqual([]);
  expect(items.length).toBeGreaterThan(1);
  expect(await pdfPictures(reportOf(await bagContents(zip)))).toHaveLength(everyKind.length);
});

let bag: BagContents;
let plain = "";
beforeAll(async () => {
  const kinds = ["a palette of 8 bits", "RGB of 8 bits", "RGB with alpha", "grey of 8 bits"];
  bag = await bagContents(await packed(everyKind.filter(([name]) => kinds.includes(name))));
  plain = pagesOf(reportOf(bag));
});

const forgeries: [what: string, from: RegExp, to: string][] = [
  ["another palette", /<c81e28/, "<28c81e"],
  ["numbers of a palette as shades", /\[\/Indexed[^\]]*\]/, "/DeviceGray"],
  ["fewer rows", /\/Height 12\n/, "/Height 6\n"],
  [
    "other rows",
    /\/Colors 3\n\/BitsPerComponent 8\n\/Columns 12/,
    "/Colors 3\n/BitsPerComponent 8\n/Columns 6",
  ],
  [
    "other inks",
    /\/ColorSpace \/DeviceRGB\n/,
    "/ColorSpace [/CalRGB <<\n/WhitePoint [1 1 1]\n/Gamma [9 1 1]\n>>]\n",
  ],
  ["dark for light", /\/ColorSpace \/DeviceGray\n/, "/ColorSpace /DeviceGray\n/Decode [1 0]\n"],
  ["another measure of what is worked out", /\/Range \[0 1 0 1 0 1\]/, "/Range [0.9 1 0 1 0 1]"],
];

test.each(forgeries)("%s: another reader shows another picture, and it is found", async (_, from, to) => {
  const forged = openPdf(reportOf(bag));
  rewrite(forged, from, to);
  const pdf = writePdf(forged);
  expect(pagesOf(pdf)).not.toBe(plain);
  const other = { ...bag, files: new Map(bag.files).set(report, pdf) };
  await relist(other);
  const { findings } = await verifyBundle(await containerOf(other));
  expect(findings).toContainEqual(expect.objectContaining({ code: "picture-not-allowed", path: report }));
});

test("what is not drawn is named by the file to open, with the name it had", async () => {
  const point: ColouredPng = { colourType: 0, bits: 8, bands: [[9], [9], [9]], isInterlaced: true, size: 1 };
  const zip = await packed([["手機上的圖", point], ...everyKind.slice(0, 1)]);
  expect((await verifyBundle(zip)).findings).toEqual([]);
  const contents = await bagContents(zip);
  expect(await pdfPictures(reportOf(contents))).toHaveLength(1);
  writeFileSync(join(folder, "named.pdf"), reportOf(contents));
  const text = run("pdftotext", ["-layout", join(folder, "named.pdf"), "-"]).replace(/\s/g, "");
  const named = /請打開原檔看：(imports\/c\d+\/[\w.-]+\.png)（手機上的圖\.png）/.exec(text);
  expect(contents.files.get(`data/${named?.[1]}`)).toEqual(colouredPng(point));
});
