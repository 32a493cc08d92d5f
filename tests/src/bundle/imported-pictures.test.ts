/** Pictures that were put in by hand, in the report: drawn as they are, with alpha on white, and held to their bytes. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PNG } from "pngjs";
import { expect, test } from "vitest";
import { sha256Hex } from "../../../src/base/digest.ts";
import type { Recipient } from "../../../src/bundle/recipient.ts";
import { alphaOnWhite } from "../../../src/report/pdf/alpha-on-white.ts";
import { pdfPictures } from "../../../src/verify/document-pictures.ts";
import { verifyBundle } from "../../../src/verify/verify-bundle.ts";
import { chosen, greyJpeg, screenshot } from "../evidence/imports/chosen-files.ts";
import { importCase } from "../evidence/imports/import-case.ts";
import { openPdf, rewrite, writePdf } from "../verify/pdf-forger.ts";
import { bagContents, containerOf, relist } from "./bag-contents.ts";

const report = "data/report/evidence-report.pdf";
const [width, height] = [160, 90];

/** Three bands: green, red that half shows through, blue that is not there. */
function banded(): Uint8Array {
  const bands = [
    [0, 160, 0, 255],
    [255, 0, 0, 128],
    [0, 0, 255, 0],
  ] as const;
  const png = new PNG({ width, height });
  for (let at = 0; at < width * height; at += 1)
    png.data.set(bands[Math.floor((at * 3) / (width * height))] ?? bands[0], at * 4);
  return new Uint8Array(PNG.sync.write(png));
}

async function pictured(recipient: Recipient): Promise<Blob> {
  const made = await importCase("adult");
  const files = [
    chosen("螢幕截圖一.png", screenshot(60, 90), Date.UTC(2026, 10, 20)),
    chosen("照片.jpg", greyJpeg),
    chosen("透明.png", banded()),
  ];
  await made.put(files, "對方傳來的手機");
  return made.pack(recipient);
}

const reportOf = async (zip: Blob) => new Uint8Array((await bagContents(zip)).files.get(report) ?? []);

test("are drawn as they are where a PDF can carry them, and the bundle verifies", async () => {
  const zip = await pictured("police");
  const drawn = await pdfPictures(await reportOf(zip));
  expect(drawn).toHaveLength(3);
  expect(drawn).toContainEqual(
    expect.objectContaining({ sha256: await sha256Hex(greyJpeg), sizeBytes: greyJpeg.length }),
  );
  expect((await verifyBundle(zip)).findings).toEqual([]);
});

/** Whether a pixel is that colour, give or take what rounding does. */
function isColour(pixel: Uint8Array, colour: readonly number[]): boolean {
  return colour.every((value, index) => Math.abs(value - (pixel[index] ?? 0)) <= 3);
}

test("what shows through is laid on white by another reader", async () => {
  const folder = mkdtempSync(join(tmpdir(), "keepleaf-alpha-"));
  const pdf = join(folder, "report.pdf");
  writeFileSync(pdf, await reportOf(await pictured("police")));
  const reader = "pdftoppm";
  const words = ["-r", "96", "-png", pdf, join(folder, "page")];
  const { status, stderr } = spawnSync(reader, words, { encoding: "utf8" });
  expect(status, stderr).toBe(0);
  const names = readdirSync(folder).filter((name) => name.endsWith(".png"));
  const pages = names.map((name) => PNG.sync.read(readFileSync(join(folder, name))));
  const count = (colour: readonly number[]) => {
    let found = 0;
    for (const { data } of pages)
      for (let at = 0; at < data.length; at += 4) if (isColour(data.subarray(at, at + 3), colour)) found += 1;
    return found;
  };
  rmSync(folder, { recursive: true });
  const band = (width * height) / 3;
  for (const seen of [count([0, 160, 0]), count([255, 127, 127])]) {
    expect(seen).toBeGreaterThan(band * 0.9);
    expect(seen).toBeLessThan(band * 1.1);
  }
  expect(count([0, 0, 255])).toBe(0);
});

test("colours worked out in any other way are found", async () => {
  const bag = await bagContents(await pictured("police"));
  const forged = openPdf(bag.files.get(report) ?? new Uint8Array());
  rewrite(forged, alphaOnWhite, alphaOnWhite.replace("add", "sub"));
  bag.files.set(report, writePdf(forged));
  await relist(bag);
  const { findings } = await verifyBundle(await containerOf(bag));
  expect(findings).toContainEqual(expect.objectContaining({ code: "picture-not-allowed", path: report }));
});

test("are in no report for those who get no such pictures", async () => {
  for (const recipient of ["center", "school"] as const)
    expect(await pdfPictures(await reportOf(await pictured(recipient)))).toEqual([]);
});

test.each([".jpg", "-003.png"])("one that is in no bag is found: %s", async (end) => {
  const bag = await bagContents(await pictured("police"));
  const other = [...bag.files.keys()].find((path) => path.endsWith(end)) ?? expect.fail(`no ${end}`);
  const bytes = new Uint8Array(bag.files.get(other) ?? []);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  bag.files.set(other, bytes);
  await relist(bag);
  const { findings } = await verifyBundle(await containerOf(bag));
  expect(findings.map(({ path }) => path)).toContain(report);
});
