/** Empty photograph mounts in a masked picture: where a picture was hidden, with its kind, its size and its address. */
import type { HiddenPlace } from "../../capture/mask/hidden-places.ts";
import { isPictureByItself } from "../../capture/mask/hidden-box.ts";
import type { MediaElement } from "../../capture/page-reading.ts";
import type { Rectangle } from "../../base/rectangle.ts";
import type { EvidenceItem } from "../../evidence/evidence-item.ts";
import { type Language, say } from "../../words/say.ts";
import type { PaperPicture } from "../paper-picture.ts";
import type { Strip } from "../picture-strips.ts";
import type { ReportedItem } from "../report-subject.ts";
import { inks, type PdfPaper, sheet } from "./pdf-paper.ts";

/** Points; in anything smaller the corners would touch. */
const leastSide = 14;
const cornerSide = 6;
const textSize = 6.5;
const lineHeight = textSize * 1.35;
const inset = 5;
const ground = "#eef0ed";

export interface MountedStrip {
  reported: ReportedItem;
  picture: PaperPicture;
  strip: Strip;
}

/** Of the page itself or of one of its panes: pictures by themselves, not those that lie under words. */
export function hiddenPictures(item: EvidenceItem, surface: number): HiddenPlace[] {
  const hidden = item.format === "keepleaf-item-2" ? (item.hidden ?? []) : [];
  return hidden.filter((place) => place.surface === surface && isPictureByItself(place));
}

/** Draws over the strip that stands at `paper.y`; what lies outside the strip is cut off. */
export function drawMounts(
  paper: PdfPaper,
  language: Language,
  { reported, picture, strip }: MountedStrip,
): void {
  const { drawing } = paper;
  const ratio = reported.item.window.devicePixelRatio ?? 1;
  const scale = (strip.width / picture.width) * ratio;
  const top = paper.y;
  drawing.save().rect(sheet.left, top, strip.width, strip.height).clip();
  for (const place of hiddenPictures(reported.item, picture.number)) {
    const box = {
      x: sheet.left + place.box.x * scale,
      y: top + place.box.y * scale - (strip.fromPixel / ratio) * scale,
      width: place.box.width * scale,
      height: place.box.height * scale,
    };
    const isInStrip = box.y < top + strip.height && box.y + box.height > top;
    if (!isInStrip || Math.min(box.width, box.height) < leastSide) continue;
    drawMount(paper, box);
    // Words stand once, where the mount begins; a part on the next sheet has its corners.
    if (box.y >= top) mountWords(paper, box, wordsOf(language, place, reported.media));
  }
  drawing.restore();
  paper.y = top;
}

function drawMount(paper: PdfPaper, { x, y, width, height }: Rectangle): void {
  const { drawing } = paper;
  drawing.rect(x, y, width, height).fill(ground);
  const [right, bottom] = [x + width, y + height];
  const corners = [
    [x, y, 1, 1],
    [right, y, -1, 1],
    [x, bottom, 1, -1],
    [right, bottom, -1, -1],
  ] as const;
  for (const [atX, atY, across, down] of corners) {
    const side = Math.min(cornerSide, width / 3, height / 3);
    drawing
      .moveTo(atX, atY)
      .lineTo(atX + across * side, atY)
      .lineTo(atX, atY + down * side)
      .fill(inks.soft);
  }
}

/** Kind and size, and the address as far as it is known to this recipient. */
function wordsOf(
  language: Language,
  { kind, box, hasAddress }: HiddenPlace,
  media: readonly MediaElement[],
): string[] {
  const size = { width: Math.round(box.width), height: Math.round(box.height) };
  const address = media.find((element) => isSameBox(element.box, box))?.url;
  const told = say(language, hasAddress ? "hidden.address-kept" : "hidden.no-address-known");
  return [
    say(language, `hidden.${kind}`),
    say(language, "hidden.wide-high", size),
    address?.startsWith("http") ? address : told,
  ];
}

/** Read and measured at two moments: a box may differ by a rounded pixel. */
function isSameBox(one: Rectangle, other: Rectangle): boolean {
  const sides = ["x", "y", "width", "height"] as const;
  return sides.every((side) => Math.abs(one[side] - other[side]) <= 1.5);
}

function mountWords(paper: PdfPaper, { x, y, width, height }: Rectangle, lines: readonly string[]): void {
  const room = width - 2 * inset;
  // Half a word says nothing: a small mount has its corners alone, and the table above says what was hidden.
  if (paper.widthOf(lines[0] ?? "", textSize) > room) return;
  const rows = Math.floor((height - 2 * inset) / lineHeight);
  for (const [row, line] of lines.slice(0, rows).entries()) {
    paper.y = y + inset + row * lineHeight;
    const form = { x: x + inset, width: room, size: textSize, colour: inks.soft, isBold: row === 0 };
    paper.set(fitted(paper, line, room), { ...form, isOneLine: true });
  }
}

/** Cut at the end: the whole address stands in the list of addresses. */
function fitted(paper: PdfPaper, text: string, width: number): string {
  let shown = Array.from(text).slice(0, 200);
  if (paper.widthOf(shown.join(""), textSize) <= width && shown.length === Array.from(text).length)
    return text;
  while (shown.length > 1 && paper.widthOf(`${shown.join("")}…`, textSize) > width)
    shown = shown.slice(0, -1);
  return `${shown.join("")}…`;
}
