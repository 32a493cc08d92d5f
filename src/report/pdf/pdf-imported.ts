/** Pictures that were put in by hand, on paper: as they are, each under a line that says 匯入, who, when and from where. */
import { type EvidenceItem, importedOf } from "../../evidence/evidence-item.ts";
import type { EvidenceFile } from "../../evidence/evidence-file.ts";
import { type Language, say } from "../../words/say.ts";
import { pictureStrips } from "../picture-strips.ts";
import type { ReportedItem } from "../report-subject.ts";
import { taipeiTime } from "../taipei-time.ts";
import type { DrawnItem } from "./pdf-item.ts";
import type { OpenedImages } from "./placed-picture.ts";
import { drawStrip, outline } from "./pdf-picture.ts";
import { inks, type PdfPaper } from "./pdf-paper.ts";

/** Of one item: the same as of a captured page. */
const mostStrips = 12;
const captionHeight = 40;
const small = { size: 9, colour: inks.soft, after: 4 } as const;

export function pdfImported(paper: PdfPaper, language: Language, { reported, images }: DrawnItem): void {
  const { item, pictures, folder } = reported;
  const files = item.files.filter(({ mediaType }) => mediaType.startsWith("image/"));
  if (files.length === 0) return;
  paper.y += 8;
  if (pictures === null) {
    paper.text("P", say(language, "report.picture-left-out"), small);
    return;
  }
  let room = mostStrips;
  const left: EvidenceFile[] = [];
  for (const file of files) {
    const taken = room > 0 ? picture(paper, language, { item, file, images, room }) : 0;
    room -= taken;
    if (taken === 0) left.push(file);
  }
  notShown(paper, language, { item, folder, left });
}

/** So many names are read; whoever looks for the others finds them beside these. */
const mostNamed = 40;

/** Nobody shall take for missing what only is not on paper: each is named by the file to open. */
function notShown(
  paper: PdfPaper,
  language: Language,
  { item, folder, left }: Pick<ReportedItem, "item" | "folder"> & { left: readonly EvidenceFile[] },
): void {
  if (left.length === 0) return;
  // The sentence and the first name it speaks of stay together.
  paper.ensure(48);
  const beside = `imports/${folder}/`;
  paper.text("P", say(language, "import.not-on-paper", { count: left.length }), small);
  for (const file of left.slice(0, mostNamed)) {
    const aside = calledThere(item, file);
    paper.text("P", say(language, "report.aside", { text: beside + file.name, aside }), small);
  }
  if (left.length > mostNamed)
    paper.text("P", say(language, "import.not-on-paper-more", { folder: beside }), small);
}

function calledThere(item: EvidenceItem, { name }: EvidenceFile): string {
  const from = importedOf(item)?.files.find((file) => file.name === name)?.calledThere ?? name;
  return from.slice(0, 120);
}

interface Shown {
  item: EvidenceItem;
  file: EvidenceFile;
  images: OpenedImages;
  room: number;
}

/** Returns how many strips it took. */
function picture(paper: PdfPaper, language: Language, { item, file, images, room }: Shown): number {
  const image = images.get(file.name);
  if (!image) return 0;
  const size = { width: image.width, height: image.height };
  const whole = { x: 0, y: 0, ...size };
  const strips = pictureStrips({
    picture: { number: 0, ...size, parts: [{ file: file.name, size, source: whole, target: whole }] },
    devicePixelRatio: 1,
    files: images,
    firstHeight: paper.room - captionHeight,
  });
  for (const strip of strips.slice(0, room)) {
    paper.ensure(strip.height + captionHeight);
    paper.text("Caption", caption(language, item, file), { size: 8, after: 3 });
    const top = paper.y;
    const values = { number: item.number, from: strip.fromPixel, to: strip.toPixel };
    const draw = () => {
      drawStrip(paper, strip, images);
      outline(paper, strip);
    };
    paper.tagged("Figure", draw, { alt: say(language, "import.strip-label", values) });
    paper.y = top + strip.height + 6;
  }
  const end = strips.slice(0, room).at(-1)?.toPixel ?? 0;
  if (end < size.height)
    paper.text("P", say(language, "document.picture-continues", { from: end, to: size.height }), small);
  return Math.min(room, strips.length);
}

/** 「匯入　IMG_0001.png　本人匯入，2026-11-20 22:58，對方的手機」. */
function caption(language: Language, item: EvidenceItem, file: EvidenceFile): string {
  const imported = importedOf(item);
  return say(language, "import.caption", {
    name: calledThere(item, file),
    by: say(language, `document.operator.${imported?.by ?? "unknown"}`),
    time: taipeiTime(language, item.finishedAt.utc),
    source: (imported?.source || say(language, "import.source-unsaid")).slice(0, 120),
  });
}
