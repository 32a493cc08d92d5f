/** Decodes the rows of a long kept page frame by frame, as its recipe says, with one frame in memory at a time. */
import type { PNG } from "pngjs";
import { pictureOf } from "../../src/evidence/evidence-item.ts";
import { type DecodedRow, numberAt } from "./numbered-rows.ts";
import type { OpenedItem } from "./opened-bundle.ts";

/** For pages on which nothing stands in front: each placement is as wide as the page. */
export function decodeKeptRows(kept: OpenedItem, offset: number): DecodedRow[] {
  const picture = pictureOf(kept.item);
  const ratio = kept.item.window.devicePixelRatio ?? 1;
  const places = new Map(picture?.frames.map(({ sequence }, place) => [sequence, place]));
  const placements = [...(picture?.surfaces[0]?.placements ?? [])];
  placements.sort((one, other) => one.target.y - other.target.y);
  const runs: DecodedRow[] = [];
  for (const { sequence, source } of placements) {
    const frame = kept.frameAt(places.get(sequence) ?? -1);
    const part = { frame, source, offset, ratio };
    for (let y = 0; y < source.height; y += 1) append(runs, numberIn(part, y));
  }
  return runs;
}

/** The same from the strips that the extension drew and put into the bundle. */
export function decodeTileRows(kept: OpenedItem, offset: number): DecodedRow[] {
  const ratio = kept.item.window.devicePixelRatio ?? 1;
  const count = pictureOf(kept.item)?.surfaces[0]?.tiles.length ?? 0;
  const runs: DecodedRow[] = [];
  for (let place = 0; place < count; place += 1) {
    const tile = kept.tileAt(place);
    for (let y = 0; y < tile.height; y += 1) append(runs, numberAt(tile, { y, offset, ratio }));
  }
  return runs;
}

interface Part {
  frame: PNG;
  source: { x: number; y: number };
  offset: number;
  ratio: number;
}

function numberIn({ frame, source, offset, ratio }: Part, y: number): number | null {
  return numberAt(frame, { y: source.y + y, offset: source.x / ratio + offset, ratio });
}

function append(runs: DecodedRow[], number: number | null): void {
  const last = runs.at(-1);
  if (last && last.number === number) last.height += 1;
  else runs.push({ number, height: 1 });
}
