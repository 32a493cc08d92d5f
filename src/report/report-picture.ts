/** The picture of an item on paper: its strips, the line above each that is ours, and what is not shown here. */
import { type EvidenceItem, pictureOf } from "../evidence/evidence-item.ts";
import { type Language, say } from "../words/say.ts";
import { type Markup, markup } from "./markup.ts";
import { type Piece, pictureStrips, type Strip } from "./picture-strips.ts";
import type { ReportedItem } from "./report-subject.ts";
import { taipeiTime } from "./taipei-time.ts";

/** The class whose style rule carries a frame, so that each frame is in the file once however often it is shown. */
export function frameClass(folder: string, sequence: number): string {
  return `${folder}-${sequence}`;
}

export function reportPicture(language: Language, reported: ReportedItem): Markup {
  const { item, leftOut, frames, folder } = reported;
  const picture = pictureOf(item);
  if (!picture) return markup`<p>${say(language, "report.picture-none")}</p>`;
  if (leftOut.includes("frame")) return markup`<p>${say(language, "report.picture-left-out")}</p>`;
  const strips = picture.surfaces.flatMap(({ width, height, placements }) =>
    pictureStrips({
      picture: { width, height, placements, frames: picture.frames },
      devicePixelRatio: item.window.devicePixelRatio ?? 1,
      sequences: new Set(frames.keys()),
    }),
  );
  const figures = strips.map((strip, index) =>
    figure(language, reported, { strip, isLast: index === strips.length - 1 }),
  );
  return markup`${figures}<p class="soft">${say(language, "report.strip-is-ours")} ${frameFiles(language, reported)}</p>${mask(
    language,
    item,
  )}${notEmbedded(language, reported, folder)}`;
}

function mask(language: Language, item: EvidenceItem): Markup | null {
  return item.isMasked ? markup`<p class="soft">${say(language, "note.pictures-masked")}</p>` : null;
}

function figure(
  language: Language,
  { item, folder }: ReportedItem,
  { strip, isLast }: { strip: Strip; isLast: boolean },
): Markup {
  const label = say(language, "report.strip-label", {
    number: item.number,
    from: strip.fromPixel,
    to: strip.toPixel,
  });
  const join = isLast
    ? null
    : markup`<figcaption class="join">${say(language, "report.strip-joins")}</figcaption>`;
  return markup`<figure>
<div class="strip"><span class="mono">${item.address.url}</span><span>${taipeiTime(language, item.finishedAt.utc)}　${say(
    language,
    "report.item-number",
    { number: item.number },
  )}</span></div>
<div class="shot" role="img" aria-label="${label}" style="width:${mm(strip.widthMm)};height:${mm(strip.heightMm)}">${strip.pieces.map(
    (piece) => pieceMarkup(piece, frameClass(folder, piece.sequence)),
  )}</div>${join}
</figure>
`;
}

function pieceMarkup({ box, frame }: Piece, className: string): Markup {
  const place = `left:${mm(box.x)};top:${mm(box.y)};width:${mm(box.width)};height:${mm(box.height)}`;
  const part = `background-size:${mm(frame.width)} ${mm(frame.height)};background-position:${mm(frame.x)} ${mm(frame.y)}`;
  return markup`<i class="${className}" style="${place};${part}"></i>`;
}

function mm(length: number): string {
  return `${length.toFixed(3)}mm`;
}

function frameFiles(language: Language, { item, folder }: ReportedItem): string {
  const files = item.picture?.frames.map(({ file }) => file) ?? [];
  const first = files[0] ?? "";
  const last = files.at(-1) ?? "";
  const name = first === last ? first : say(language, "report.from-to", { first, last });
  return say(language, "report.picture-files", { files: `captures/${folder}/${name}` });
}

/** A very long page would make the report too heavy to open: its later frames are files only. */
function notEmbedded(language: Language, { item, frames }: ReportedItem, folder: string): Markup | null {
  const picture = pictureOf(item);
  const placed = new Set(
    picture?.surfaces.flatMap(({ placements }) => placements.map(({ sequence }) => sequence)),
  );
  const missing =
    picture?.frames.filter(({ sequence }) => placed.has(sequence) && !frames.has(sequence)) ?? [];
  const first = missing[0];
  if (!first) return null;
  const files = `captures/${folder}/${first.file}`;
  return markup`<p><strong>${say(language, "report.picture-continues", { files, count: missing.length })}</strong></p>`;
}
