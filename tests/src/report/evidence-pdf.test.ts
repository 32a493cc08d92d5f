/** The report as others read it: poppler for its words and its ink, qpdf for its form. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PNG } from "pngjs";
import { afterAll, expect, test } from "vitest";
import { evidencePdf } from "../../../src/report/pdf/evidence-pdf.ts";
import { PdfPaper } from "../../../src/report/pdf/pdf-paper.ts";
import type { ReportSubject } from "../../../src/report/report-subject.ts";
import type { HiddenPlace } from "../../../src/capture/mask/hidden-places.ts";
import { moment, sampleMedia } from "../bundle/sample-item.ts";
import { wholeFont } from "../bundle/whole-font.ts";
import { hostileTexts } from "./hostile-text.ts";
import { sampleSubject } from "./sample-subject.ts";

const folder = mkdtempSync(join(tmpdir(), "keepleaf-pdf-"));
afterAll(() => rmSync(folder, { recursive: true }));
let written = 0;

/** What another program says of a file. */
function read(tool: string, ...words: string[]): string {
  return execFileSync(tool, words, { encoding: "utf8", maxBuffer: 2 ** 28 });
}

async function save(pdf: Blob): Promise<string> {
  written += 1;
  const file = join(folder, `${written}.pdf`);
  writeFileSync(file, new Uint8Array(await pdf.arrayBuffer()));
  return file;
}

async function reportFile(subject: ReportSubject): Promise<string> {
  return save(await evidencePdf("zh-TW", subject, wholeFont));
}

/** Words as a search finds them: line breaks and spaces are layout. */
function wordsOf(file: string): string {
  return read("pdftotext", "-layout", file, "-").replace(/\s+/g, "");
}

test("qpdf finds nothing wrong; the document is tagged, in Chinese, A4, with one embedded subset", async () => {
  const file = await reportFile(await sampleSubject());
  expect(read("qpdf", "--check", file)).toContain("No syntax or stream encoding errors found");
  const info = read("pdfinfo", file);
  expect(info).toMatch(/Tagged: +yes/);
  expect(info).toMatch(/Page size: +595\.28 x 841\.89 pts \(A4\)/);
  expect(info).toMatch(/JavaScript: +no/);
  const root = read("qpdf", "--json", file);
  expect(root).toContain('"/Lang": "u:zh-TW"');
  const fonts = read("pdffonts", file).trim().split("\n").slice(2);
  expect(fonts).toHaveLength(1);
  expect(fonts[0]).toMatch(/NotoSansTC-Regular.*yes yes yes/);
});

test("the cover says what, for whom, when, and what cannot be shown; every page is counted", async () => {
  const words = wordsOf(await reportFile({ ...(await sampleSubject()), notIncluded: 2 }));
  const expected = [
    "網路侵害資料整理報告",
    "紀錄A-07",
    "交付對象：自己備份",
    "中華民國115年11月21日（六）19:31:05，台北時間",
    "2026-11-21T11:31:05.123Z",
    "2筆完整",
    "不能看出",
    "網站當時是否真的送出這個畫面",
    "是否採用由檢察官和法院決定",
    "2筆曾經留下",
    "第1頁，共3頁",
    "第3頁，共3頁",
  ];
  for (const word of expected) expect(words).toContain(word);
});

test("each item has its facts with their sources, both times, its purpose, and every digest in one piece", async () => {
  const subject = await sampleSubject([{ verdict: { kind: "partial", notes: [{ code: "frame-cap" }] } }, {}]);
  const file = await reportFile(subject);
  const words = wordsOf(file);
  const expected = [
    "115年11月20日（五）23:05:00，台北時間（2026-11-20T15:05:00Z）",
    "115年11月21日（六）19:14:07，台北時間（2026-11-21T11:14:07.000Z）",
    "畫面文字",
    "這台電腦的時鐘",
    "沒找到",
    "頁面太長，拍到上限就停了。",
    "看出「測試帳號甲（@test_a）」在這個網址發了這則內容",
    "拍之前，圖片就先蓋掉了。",
  ];
  for (const word of expected) expect(words).toContain(word);
  const lines = read("pdftotext", "-layout", file, "-");
  for (const { item, sha256 } of subject.items) {
    for (const digest of [sha256, ...item.files.map((one) => one.sha256)]) expect(lines).toContain(digest);
  }
});

test("what the font lacks is named where it stood and listed, and nothing is dropped", async () => {
  const title = "堃喆犇①かな😀𠮷络é\u202E終";
  const words = wordsOf(await reportFile(await sampleSubject([{ title, poster: title }])));
  expect(words).toContain("堃喆犇①かな〔U+1F600〕〔U+20BB7〕〔U+7EDC〕é〔U+202E〕終");
  expect(words).toContain("印不出來的字");
  expect(words).toContain("〔U+7EDC〕〔U+1F600〕〔U+20BB7〕");
});

test("hostile text is text: no link, no action, and the document stays whole", async () => {
  const sketches = hostileTexts.map((text) => ({
    title: text.toWellFormed(),
    poster: text.toWellFormed(),
    url: `https://social.example/${text.toWellFormed()}`,
  }));
  const file = await reportFile(await sampleSubject(sketches));
  expect(read("qpdf", "--check", file)).toContain("No syntax or stream encoding errors found");
  const json = read("qpdf", "--json", file);
  expect(json).not.toMatch(/"\/(?:URI|JavaScript|Launch|EmbeddedFile|Annots)"/);
});

test("a picture is in the file once, however many pages show it; without the right to it, none is", async () => {
  const subject = await sampleSubject([{ frames: 3 }]);
  const images = (file: string) => read("pdfimages", "-list", file).trim().split("\n").slice(2);
  const objects = new Set(images(await reportFile(subject)).map((line) => line.trim().split(/\s+/)[10]));
  expect(objects.size).toBe(1);
  const bare = { ...subject, items: subject.items.map((item) => ({ ...item, pictures: null })) };
  const file = await reportFile(bare);
  expect(images(file)).toEqual([]);
  expect(wordsOf(file)).toContain("這一包不附圖，也不附影像網址。");
});

test("a picture in the report has every pixel of its file", async () => {
  const subject = await sampleSubject([{ frames: 2 }]);
  const [kept] = [...(subject.items[0]?.pictures?.values() ?? [])];
  const prefix = join(folder, "pixels");
  read("pdfimages", "-png", await reportFile(subject), prefix);
  const drawn = PNG.sync.read(readFileSync(`${prefix}-000.png`));
  const file = PNG.sync.read(Buffer.from((await kept?.arrayBuffer()) ?? new ArrayBuffer()));
  expect([drawn.width, drawn.height]).toEqual([file.width, file.height]);
  expect(Buffer.compare(drawn.data, file.data)).toBe(0);
});

test("in a masked picture an empty mount stands where each was hidden, with its kind and its address", async () => {
  const url = "https://img.example/a.jpg";
  const box = { x: 2, y: 3, width: 24, height: 20 };
  const subject = await sampleSubject([{ frames: 1, media: [{ ...sampleMedia(url), box }] }]);
  const [reported] = subject.items;
  if (reported?.item.format !== "keepleaf-item-2") throw new Error("an item of today");
  const ground = { kind: "ground" as const, box: { ...box, x: 9 }, hasAddress: true, surface: 0 };
  const hidden: HiddenPlace[] = [{ kind: "film", box, hasAddress: true, surface: 0 }, ground];
  // A window of 40 points in CSS pixels as large as a sheet, so that words fit into a mount.
  const window = { ...reported.item.window, devicePixelRatio: 0.05 };
  const large = { x: 40, y: 60, width: 480, height: 400 };
  const shown = {
    ...reported,
    item: { ...reported.item, window, hidden: hidden.map((place) => ({ ...place, box: large })) },
    media: [{ ...sampleMedia(url), box: large }],
  };
  const file = await reportFile({ ...subject, items: [shown] });
  const words = wordsOf(file);
  expect(words).toContain("影片或聲音480×400https://img.example/a.jpg");
  expect(words).toContain("空的相框是報告畫的");
  // What lies under words of the page has no mount, as on the screen.
  expect(words).not.toContain("底圖480×400");
  const unmasked = { ...shown, item: { ...shown.item, isMasked: false, hidden: [] } };
  expect(wordsOf(await reportFile({ ...subject, items: [unmasked] }))).not.toContain("空的相框");
});

test("a list that goes on on the next page says again what its columns are", async () => {
  const words = wordsOf(await reportFile(await sampleSubject([{ frames: 60 }])));
  const heads = words.match(/檔案種類位元組檔案指紋（SHA-256）/g) ?? [];
  expect(heads.length).toBeGreaterThanOrEqual(2);
});

/** Dark pixels of every page. */
function inkOf(file: string): number {
  const prefix = join(folder, `ink-${written}`);
  read("pdftoppm", "-r", "100", "-png", file, prefix);
  const pages = readdirSync(folder);
  const own = pages.filter((name) => name.startsWith(`ink-${written}-`));
  return own.reduce((sum, name) => sum + darkPixels(readFileSync(join(folder, name))), 0);
}

function darkPixels(file: Buffer): number {
  const { data } = PNG.sync.read(file);
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) dark += 1;
  return dark;
}

/** The same lines with the whole font in the file instead of the characters used. */
async function typed(lines: readonly string[], isWhole: boolean): Promise<string> {
  const paper = new PdfPaper({
    font: wholeFont,
    title: "ink",
    language: "zh-TW",
    at: moment("2026-11-21T11:31:05.123Z"),
  });
  if (isWhole) {
    const { _font: font } = paper.drawing as unknown as {
      _font: { subset: object; unicode: number[][]; widths: number[] };
    };
    font.subset = {
      includeGlyph: (glyph: number | { id: number }) => glyphNumber(glyph),
      encode: () => wholeFont,
    };
    font.unicode = Array.from({ length: 0x5800 }, () => [32]);
    font.widths = Array.from({ length: 0x5800 }, () => 1_000);
  }
  for (const line of lines) paper.text("P", line);
  return save(await paper.finish("ink", (number, of) => `${number}/${of}`));
}

function glyphNumber(glyph: number | { id: number }): number {
  return typeof glyph === "number" ? glyph : glyph.id;
}

test("the subset has the ink of the whole font, within two in a hundred", async () => {
  const { drawing } = new PdfPaper({
    font: wholeFont,
    title: "",
    language: "zh-TW",
    at: moment("2026-11-21T11:31:05.123Z"),
  });
  const wanted = Array.from({ length: 3_000 }, (_, index) => 0x4e00 + ((index * 13) % 0x5000));
  const drawn = wanted.filter((code) => drawing._font.font.hasGlyphForCodePoint(code));
  const lines = Array.from({ length: 40 }, (_, at) =>
    String.fromCodePoint(...drawn.slice(at * 40, at * 40 + 40)),
  );
  const subset = inkOf(await typed(lines, false));
  const whole = inkOf(await typed(lines, true));
  expect(whole).toBeGreaterThan(5_000);
  expect(Math.abs(subset - whole) / whole).toBeLessThan(0.02);
});
