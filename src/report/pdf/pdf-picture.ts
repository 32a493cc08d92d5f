/** The picture of an item on paper: its strips, the line above each that is ours, and what is not shown here. */
import type { OpenedImage } from "pdfkit";
import { type Language, say } from "../../words/say.ts";
import { type PaperPicture, paperPictures } from "../paper-picture.ts";
import { type Piece, pictureStrips, type Strip } from "../picture-strips.ts";
import type { ReportedItem } from "../report-subject.ts";
import { taipeiTime } from "../taipei-time.ts";
import { drawMounts, hiddenPictures, type MountedStrip } from "./pdf-mounts.ts";
import type { DrawnItem } from "./pdf-item.ts";
import type { OpenedImages } from "./placed-picture.ts";
import { columnWidth, inks, type PdfPaper, sheet } from "./pdf-paper.ts";

/** So many sheets of one page are enough on paper: the files have all of it. */
const mostStrips = 12;
const captionHeight = 22;
const joinHeight = 26;

export function pdfPicture(paper: PdfPaper, language: Language, { reported, images }: DrawnItem): void {
  const { item } = reported;
  const surfaces = paperPictures(item);
  if (surfaces.length === 0 || reported.pictures === null) {
    const missing = surfaces.length === 0 ? "report.picture-none" : "report.picture-left-out";
    paper.text("P", say(language, missing), small);
    return;
  }
  for (const picture of surfaces) surface(paper, language, { reported, picture, images });
  paper.y += 4;
  paper.text("P", `${say(language, "report.strip-is-ours")} ${pictureFiles(language, reported)}`, small);
  if (!item.isMasked) return;
  const hasMounts = surfaces.some(({ number }) => hiddenPictures(item, number).length > 0);
  const mounts = hasMounts ? ` ${say(language, "report.mounts-are-ours")}` : "";
  paper.text("P", say(language, "note.pictures-masked") + mounts, small);
}

const small = { size: 9, colour: inks.soft, after: 4 } as const;

interface ShownSurface {
  reported: ReportedItem;
  picture: PaperPicture;
  images: OpenedImages;
}

function surface(paper: PdfPaper, language: Language, { reported, picture, images }: ShownSurface): void {
  paper.y += 10;
  if (picture.number > 0) {
    const values = { number: picture.number };
    paper.text("P", say(language, "document.inner-part", values), { size: 10, isBold: true, after: 4 });
  }
  const strips = pictureStrips({
    picture,
    devicePixelRatio: reported.item.window.devicePixelRatio ?? 1,
    files: images,
    firstHeight: paper.room - captionHeight - joinHeight,
  });
  const shown = strips.slice(0, mostStrips);
  for (const [index, strip] of shown.entries())
    figure(paper, language, { reported, picture, strip, images, isLast: index === strips.length - 1 });
  const end = shown.at(-1)?.toPixel ?? 0;
  if (end >= picture.height) return;
  const values = { from: end, to: picture.height };
  paper.text("P", say(language, "document.picture-continues", values), { ...small, isBold: true });
}

interface Figure extends MountedStrip {
  images: OpenedImages;
  isLast: boolean;
}

function figure(paper: PdfPaper, language: Language, shown: Figure): void {
  const { reported, strip, images, isLast } = shown;
  const { item } = reported;
  paper.ensure(strip.height + captionHeight + (isLast ? 4 : joinHeight));
  caption(paper, language, reported);
  const top = paper.y;
  const alt = say(language, "report.strip-label", {
    number: item.number,
    from: strip.fromPixel,
    to: strip.toPixel,
  });
  const draw = () => {
    drawStrip(paper, strip, images);
    drawMounts(paper, language, shown);
    outline(paper, strip);
  };
  paper.tagged("Figure", draw, { alt });
  paper.y = top + strip.height + 4;
  if (isLast) return;
  const text = say(language, "report.strip-joins");
  const width = paper.drawing.fontSize(8.5).widthOfString(text);
  const x = sheet.left + (columnWidth - width) / 2;
  paper.y += 4;
  paper.text("P", text, { size: 8.5, colour: inks.soft, x, width: width + 4, after: 4 });
}

/** Address, time and number, in a frame of their own that is not part of the picture. */
function caption(paper: PdfPaper, language: Language, { item }: ReportedItem): void {
  const { drawing } = paper;
  const top = paper.y;
  const time = `${taipeiTime(language, item.finishedAt.utc)}　${say(language, "report.item-number", { number: item.number })}`;
  paper.artifact(() => {
    drawing.lineWidth(0.8).strokeColor(inks.ink).rect(sheet.left, top, columnWidth, captionHeight).stroke();
  });
  paper.y = top + 6;
  const right = drawing.fontSize(7.5).widthOfString(time);
  const room = columnWidth - right - 24;
  paper.tagged("Caption", () => {
    paper.set(shortened(paper, item.address.url, room), { x: sheet.left + 6, width: room, size: 7.5 });
    const x = sheet.left + columnWidth - right - 6;
    paper.set(time, { x, width: right + 4, size: 7.5 });
  });
  paper.y = top + captionHeight;
}

/** One line: the whole address stands in the table above. */
function shortened(paper: PdfPaper, text: string, width: number): string {
  let shown = text.slice(0, 400);
  while (shown.length > 8 && paper.drawing.fontSize(7.5).widthOfString(`${shown}…`) > width)
    shown = shown.slice(0, -4);
  return shown === text ? shown : `${shown}…`;
}

export function drawStrip(paper: PdfPaper, strip: Strip, images: OpenedImages): void {
  const { drawing } = paper;
  const { y } = paper;
  drawing.save().rect(sheet.left, y, strip.width, strip.height).fill("#f1f2f0").restore();
  for (const piece of strip.pieces) drawPiece(paper, piece, images.get(piece.file));
}

export function outline({ drawing, y }: PdfPaper, { width, height }: Strip): void {
  drawing.lineWidth(0.8).strokeColor(inks.ink).rect(sheet.left, y, width, height).stroke();
}

function drawPiece(paper: PdfPaper, { box, whole }: Piece, image: OpenedImage | undefined): void {
  if (!image) return;
  const { drawing } = paper;
  drawing
    .save()
    .rect(sheet.left + box.x, paper.y + box.y, box.width, box.height)
    .clip();
  const { width, height } = whole;
  drawing.image(image, sheet.left + whole.x, paper.y + whole.y, { width, height });
  drawing.restore();
}

function pictureFiles(language: Language, { item, folder }: ReportedItem): string {
  const files = item.files.filter(({ mediaType }) => mediaType === "image/png").map(({ name }) => name);
  const first = files[0] ?? "";
  const last = files.at(-1) ?? "";
  const name = first === last ? first : say(language, "report.from-to", { first, last });
  return say(language, "report.picture-files", { files: `captures/${folder}/${name}` });
}
