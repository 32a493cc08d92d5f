/** Pictures of every kind of colours on paper: as another decoder reads the file, and as another reader shows the PDF. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PNG } from "pngjs";
import { afterAll, expect, test } from "vitest";
import { dataIn, PlainPicture, pictureOnPaper } from "../../../src/report/pdf/plain-picture.ts";
import { PdfOutput } from "../../../src/report/pdf/pdf-output.ts";
import { WrittenDocument } from "../../../src/report/pdf/written-document.ts";
import { pdfPictures } from "../../../src/verify/document-pictures.ts";
import { wholeFont } from "../bundle/whole-font.ts";
import { type ColouredPng, colouredPng, everyKind } from "./coloured-png.ts";

const folder = mkdtempSync(join(tmpdir(), "keepleaf-colours-"));
const pdf = join(folder, "colours.pdf");
afterAll(() => rmSync(folder, { recursive: true }));

/** Of each picture on the page, in points, with room around it. */
const side = 60;
const pitch = 80;
const inRow = 6;

const placeOf = (index: number) => ({
  x: 40 + (index % inRow) * pitch,
  y: 40 + Math.floor(index / inRow) * pitch,
});

async function written(files: readonly Uint8Array<ArrayBuffer>[]): Promise<Uint8Array<ArrayBuffer>> {
  const output = new PdfOutput();
  const margins = { top: 40, bottom: 40, left: 40, right: 40 };
  const info = { Title: "", Producer: "", Creator: "", CreationDate: new Date(0) };
  const form = { size: "A4", pdfVersion: "1.7", tagged: true, lang: "zh-TW", displayTitle: true } as const;
  const options = { ...form, margins, info, bufferPages: true, autoFirstPage: true, font: wholeFont };
  const document = new WrittenDocument({ ...options, output });
  for (const [index, file] of files.entries()) {
    const placed = pictureOnPaper(file) ?? expect.fail(`the picture ${index} is not placed`);
    const { x, y } = placeOf(index);
    const place = { label: `K${index}`, data: dataIn(new Blob([file]), placed), output };
    document.image(new PlainPicture(placed.form, place), x, y, { width: side, height: side });
  }
  document.end();
  return new Uint8Array(await output.whole().arrayBuffer());
}

/** What pngjs decodes, on white: the middle of each band. */
function decoded(file: Uint8Array): number[][] {
  const { width, height, data } = PNG.sync.read(Buffer.from(file));
  return [1, 3, 5].map((sixth) => {
    const at = (Math.floor((height * sixth) / 6) * width + width / 2) * 4;
    const [alpha = 0] = data.subarray(at + 3);
    return [...data.subarray(at, at + 3)].map((value) => (value * alpha + 255 * (255 - alpha)) / 255);
  });
}

const files = everyKind.map(([, png]) => colouredPng(png));
const bytes = await written(files);
writeFileSync(pdf, bytes);

test("another reader shows each as it is", () => {
  const reader = "pdftoppm";
  const words = ["-r", "72", "-png", "-singlefile", pdf, join(folder, reader)];
  const { status, stderr } = spawnSync(reader, words, { encoding: "utf8" });
  expect(status, stderr).toBe(0);
  const page = PNG.sync.read(readFileSync(join(folder, `${reader}.png`)));
  for (const [index, [name]] of everyKind.entries()) {
    const { x, y } = placeOf(index);
    const shown = [1, 3, 5].map((sixth) => {
      const at = ((y + (side * sixth) / 6) * page.width + x + side / 2) * 4;
      return [...page.data.subarray(at, at + 3)];
    });
    const wanted = decoded(files[index] ?? new Uint8Array());
    const isSame = shown.flat().every((value, at) => Math.abs(value - (wanted.flat()[at] ?? 0)) <= 3);
    expect(isSame, `${name}: ${JSON.stringify(shown)} instead of ${JSON.stringify(wanted)}`).toBe(true);
  }
});

test("each is one picture of the form that the check knows", async () => {
  const drawn = await pdfPictures(bytes);
  expect(drawn).toHaveLength(everyKind.length);
  expect(drawn.includes(null)).toBe(false);
  expect(new Set(drawn.map((one) => one?.looks)).size).toBe(everyKind.length);
});

const plain: ColouredPng = { colourType: 3, bits: 8, bands: [[0], [0], [0]], palette: [9, 9, 9] };
const refused: [what: string, file: Uint8Array<ArrayBuffer>][] = [
  ["interlaced", colouredPng({ ...plain, isInterlaced: true, size: 1 })],
  [
    "a clear colour of RGB",
    colouredPng({
      ...plain,
      colourType: 2,
      bands: [
        [1, 2, 3],
        [1, 2, 3],
        [1, 2, 3],
      ],
      alpha: [0, 1, 0, 2, 0, 3],
    }),
  ],
  ["a palette without entries", colouredPng({ ...plain, palette: [] })],
  ["no palette", colouredPng({ colourType: 3, bits: 8, bands: plain.bands })],
  ["half an entry", colouredPng({ ...plain, palette: [1, 2, 3, 4] })],
  ["more entries than there are numbers", colouredPng({ ...plain, bits: 1, palette: Array(9).fill(1) })],
  ["more alpha than entries", colouredPng({ ...plain, alpha: [1, 2] })],
  ["torn", colouredPng(plain).slice(0, -9)],
  ["of no kind", new Uint8Array(Buffer.from("GIF89a"))],
];

test.each(refused)("%s: it is not placed", (_, file) => {
  expect(pictureOnPaper(file)).toBeNull();
});
