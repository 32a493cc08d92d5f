/**
 * Cuts the recipe of a surface into strips, each of which can be drawn by itself from the frames it names. A strip's
 * plan says everything there is to do, so the same plan and the same frames always give the same pixels.
 */
import type { Rectangle } from "../base/rectangle.ts";
import type { Placement } from "./frame.ts";
import { inSurface, type LaidFrame, shownBy } from "./laid-frame.ts";
import type { CookedSurface } from "./make-proof.ts";
import { allUncovered, intersection, intersections } from "./rectangle-cover.ts";

/** Rows of a strip: few enough that the first strips are drawn while the last frames are taken. */
const tileRows = 4_096;
/** Pixels of a strip: what any viewer opens (reference: 8 MP, 8,192 px high). */
const tilePixels = 8_000_000;

/** An area that both frames show with nothing in front and nothing moving: it must be the same. */
export interface Comparison {
  first: number;
  second: number;
  /** In the surface, where `first` was drawn. */
  area: Rectangle;
  /** In the frame `second`. */
  source: Rectangle;
}

/** All rectangles are of the surface and inside the strip, except the sources. */
export interface TilePlan {
  surface: number;
  y: number;
  width: number;
  height: number;
  draws: Placement[];
  /** Where something stood in front in every frame and is drawn elsewhere. */
  empty: Rectangle[];
  /** Holes and gaps. */
  missing: Rectangle[];
  comparisons: Comparison[];
}

/** Strips from top to bottom; where no frame shows anything there is none, however far apart two frames lie. */
export function planTiles(surface: CookedSurface): TilePlan[] {
  const { width, height } = surface;
  if (width < 1 || width > tilePixels) return [];
  const rows = Math.min(tileRows, Math.floor(tilePixels / width));
  const indexes = new Set(surface.placements.flatMap(({ target }) => indexesOf(target, rows)));
  const tops = [...indexes].map((index) => index * rows).filter((top) => top < height);
  return tops
    .sort((one, other) => one - other)
    .map((y) => planTile(surface, { x: 0, y, width, height: Math.min(rows, height - y) }))
    .filter(({ draws }) => draws.length > 0);
}

/** Of the strips a rectangle lies in. */
function indexesOf({ y, height }: Rectangle, rows: number): number[] {
  const first = Math.floor(y / rows);
  const last = Math.floor((y + height - 1) / rows);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function planTile(surface: CookedSurface, tile: Rectangle): TilePlan {
  const { placements, patches, holes, gaps, number } = surface;
  const empty = patches.filter(({ sequence }) => sequence === null).map(({ box }) => box);
  return {
    surface: number,
    y: tile.y,
    width: tile.width,
    height: tile.height,
    draws: placements.flatMap((placement) => cutTo(tile, placement) ?? []),
    empty: intersections(empty, tile),
    missing: intersections([...holes, ...gaps], tile),
    comparisons: comparisonsIn(surface, tile),
  };
}

function cutTo(tile: Rectangle, { sequence, source, target }: Placement): Placement | null {
  const shown = intersection(target, tile);
  if (!shown) return null;
  const moved = { ...shown, x: source.x + shown.x - target.x, y: source.y + shown.y - target.y };
  return { sequence, source: moved, target: shown };
}

function comparisonsIn(surface: CookedSurface, tile: Rectangle): Comparison[] {
  const frames = new Map(surface.frames.map((frame) => [frame.sequence, frame]));
  const drawnHidden = surface.patches.filter(({ sequence }) => sequence !== null).length;
  const unhidden = surface.placements.slice(0, surface.placements.length - drawnHidden);
  const inTile = unhidden.flatMap((placement) => cutTo(tile, placement) ?? []);
  return surface.frames.flatMap((second) => {
    const shown = intersection(shownBy(second), tile);
    const earlier = shown ? inTile.filter(({ sequence }) => sequence < second.sequence) : [];
    return earlier.flatMap(({ sequence, target }) => {
      const first = frames.get(sequence);
      const shared = intersection(target, shownBy(second));
      if (!first || !shared) return [];
      const areas = allUncovered([shared], [...unsteadyIn(second), ...movingIn(first)]);
      return areas.map((area) => ({
        first: sequence,
        second: second.sequence,
        area,
        source: inFrame(second, area),
      }));
    });
  });
}

function inFrame({ clip, x, y }: LaidFrame, area: Rectangle): Rectangle {
  return { ...area, x: area.x - x + clip.x, y: area.y - y + clip.y };
}

function unsteadyIn(frame: LaidFrame): Rectangle[] {
  return [...frame.occluders.map(({ box }) => inSurface(frame, box)), ...movingIn(frame)];
}

function movingIn(frame: LaidFrame): Rectangle[] {
  return frame.moving.map((box) => inSurface(frame, box));
}
