/** Pictures smuggled into the report: each is seen by somebody else's reader, and found although every list is right again. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { pdfPictures } from "../../../src/verify/document-pictures.ts";
import { type BagContents, bagContents } from "../bundle/bag-contents.ts";
import { packBundle } from "../../../src/bundle/pack-bundle.ts";
import { packInput, sampleCase } from "../bundle/sample-case.ts";
import { forged } from "./forge.ts";
import {
  added,
  draw,
  firstContent,
  type ForgedPdf,
  openPdf,
  packedStream,
  rewrite,
  stream,
  writePdf,
} from "./pdf-forger.ts";

const otherReader = "pdftoppm";
const report = "data/report/evidence-report.pdf";
const folder = mkdtempSync(join(tmpdir(), "keepleaf-forged-report-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** No ink of ours; four pixels of it, as large as a hand. */
const marker = [0xff, 0x00, 0xfe];
const pixels = Buffer.from(Array.from({ length: 4 }, () => marker).flat());
const placed = "q 200 0 0 200 100 300 cm\n";
const hex = `${pixels.toString("hex")}>`;
const inline = `${placed}BI /W 2 /H 2 /BPC 8 /CS /RGB /F /AHx ID ${hex} EI Q\n`;
const image =
  "/Type /XObject\n/Subtype /Image\n/Width 2\n/Height 2\n/BitsPerComponent 8\n/ColorSpace /DeviceRGB\n";

type Attack = [what: string, attack: (pdf: ForgedPdf) => void];

/** The first page may use this under the name X. */
function resource(pdf: ForgedPdf, kind: string, number: number): void {
  rewrite(pdf, /\/ColorSpace <<\n>>/, `/ColorSpace <<\n>>\n/${kind} <<\n/X ${number} 0 R\n>>`);
}

/** The first page draws this too, which it names in a way of its own. */
function drawBeside(pdf: ForgedPdf, content: Buffer, name: (numbers: string) => string): number {
  const page = firstContent(pdf);
  const number = added(pdf, content);
  rewrite(pdf, `/Contents ${page} 0 R`, name(`[${page} 0 R ${number} 0 R]`));
  return number;
}

const plainNames = (numbers: string) => `/Contents ${numbers}`;

const attacks: Attack[] = [
  ["an image written into a page", (pdf) => draw(pdf, inline)],
  ["in a second part of the page", (pdf) => void drawBeside(pdf, packedStream(inline), plainNames)],
  ["packed twice", (pdf) => void drawBeside(pdf, twicePacked(inline), plainNames)],
  ["not packed", (pdf) => void drawBeside(pdf, stream(Buffer.from(inline), ""), plainNames)],
  [
    "in a part that is said to be a table of characters",
    (pdf) => {
      const number = drawBeside(pdf, packedStream(inline), (all) => `/Contents ${added(pdf, all)} 0 R`);
      rewrite(pdf, /\/ToUnicode \d+ 0 R/, `/ToUnicode ${number} 0 R`);
    },
  ],
  [
    "in a drawing inside the page",
    (pdf) => {
      const lines = "/Type /XObject\n/Subtype /Form\n/BBox [0 0 600 900]\n/Resources <<\n>>\n";
      resource(pdf, "XObject", added(pdf, packedStream(inline, lines)));
      draw(pdf, "/X Do\n");
    },
  ],
  [
    "as an object whose kind is written otherwise",
    (pdf) => {
      const lines = image.replace("/Subtype /Image", "/Subtype/Image");
      resource(pdf, "XObject", added(pdf, packedStream(pixels, lines)));
      draw(pdf, `${placed}/X Do Q\n`);
    },
  ],
  ["as an object inside another", (pdf) => hiddenObject(pdf)],
  [
    "as a shade of one colour",
    (pdf) => {
      const colour = "/C0 [1 0 0.996]\n/C1 [1 0 0.996]";
      const shade = `<<\n/ShadingType 2\n/ColorSpace /DeviceRGB\n/Coords [0 0 1 0]\n/Extend [true true]\n/Function <<\n/FunctionType 2\n/Domain [0 1]\n/N 1\n${colour}\n>>\n>>`;
      resource(pdf, "Shading", added(pdf, shade));
      draw(pdf, "q 100 300 200 200 re W n /X sh Q\n");
    },
  ],
];

function twicePacked(content: string): Buffer {
  return stream(deflateSync(deflateSync(content)), "/Filter [/FlateDecode /FlateDecode]\n");
}

/** The table of offsets points into the middle of a stream that nobody shows. */
function hiddenObject(pdf: ForgedPdf): void {
  const number = Math.max(...pdf.objects.keys()) + 2;
  const body = packedStream(pixels, image.replace("/Subtype /Image", "/Subtype/Image")).toString("latin1");
  const object = Buffer.from(`${number} 0 obj\n${body}\nendobj\n`, "latin1");
  rewrite(pdf, "/Type /Catalog", `/Type /Catalog\n/More ${added(pdf, stream(object, ""))} 0 R`);
  pdf.misplaced.set(number, object);
  resource(pdf, "XObject", number);
  draw(pdf, `${placed}/X Do Q\n`);
}

const sample = await packBundle(packInput(await sampleCase(), "self"));
const plain = (await bagContents(sample.zip)).files.get(report) ?? new Uint8Array();

/** Whether poppler shows the marker on the first page. */
function shows(pdf: Uint8Array): boolean {
  writeFileSync(join(folder, "forged.pdf"), pdf);
  const words = ["-r", "20", "-f", "1", "-l", "1", join(folder, "forged.pdf")];
  return execFileSync(otherReader, words, { stdio: ["ignore", "pipe", "ignore"] }).includes(pixels);
}

function attacked(attack: Attack[1], pdf = plain): Uint8Array {
  const opened = openPdf(pdf);
  attack(opened);
  return writePdf(opened);
}

test("written anew without a change, the report is the same, shows no marker, and nothing is found", async () => {
  const same = attacked(() => undefined);
  expect(Buffer.from(same).equals(plain)).toBe(true);
  expect(shows(same)).toBe(false);
  expect((await pdfPictures(new Uint8Array(same))).includes(null)).toBe(false);
});

test.each(attacks)("%s: another reader shows it, and it is found", async (_, attack) => {
  expect(shows(attacked(attack))).toBe(true);
  const { findings } = await forged((bag: BagContents) => {
    bag.files.set(report, attacked(attack, bag.files.get(report)));
  });
  expect(findings.map(({ code, path }) => `${code} ${path}`)).toEqual([`picture-not-allowed ${report}`]);
});

test("a page that unpacks to more than any page is not unpacked to its end", async () => {
  const bomb = attacked((pdf) => {
    pdf.objects.set(firstContent(pdf), packedStream(Buffer.alloc(400 * 1024 * 1024)));
  });
  const before = process.cpuUsage();
  expect((await pdfPictures(new Uint8Array(bomb))).includes(null)).toBe(true);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(3_000);
});
