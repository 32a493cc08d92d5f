/** Draws one strip of a surface from its plan and compares what neighbouring frames both show, pixel by pixel. */
import { Failure } from "../base/failure.ts";
import type { Rectangle } from "../base/rectangle.ts";
import type { Placement } from "./frame.ts";
import type { Comparison, TilePlan } from "./plan-tiles.ts";
import type { SharedRows } from "./proof.ts";
import { areaOf, intersections } from "./rectangle-cover.ts";
import {
  bytesPerPixel,
  copyPart,
  emptyRaster,
  equalRows,
  placeOf,
  type Raster,
  type RasterMeans,
} from "./raster.ts";

export interface ComposedTile {
  raster: Raster;
  /** Rows of this strip that two frames share, and how many of them are equal. */
  pairs: SharedRows[];
}

/** What it gave is the reader's again once two further frames were asked for. */
export type ReadFrame = (sequence: number) => Promise<Raster>;

/** @throws Failure `picture-unreadable` when a frame cannot be read or is smaller than the plan says */
export async function composeTile(
  plan: TilePlan,
  readFrame: ReadFrame,
  means: RasterMeans = {},
): Promise<ComposedTile> {
  const raster = emptyRaster(plan.width, plan.height, means);
  for (const box of plan.empty) fillEmpty(raster, inTile(plan, box));
  for (const box of plan.missing) fillMissing(raster, inTile(plan, box));
  const pairs = await throughFrames(plan, readFrame, { tile: raster, draw: drawPart });
  return { raster, pairs };
}

/**
 * Whether frames alone make up the strip, each part of it drawn once: then a strip can be compared with them as it is, part
 * by part, without drawing it.
 */
export function isMadeOfFrames({ width, height, draws, empty, missing }: TilePlan): boolean {
  const targets = draws.map(({ target }) => target);
  const isOnce = targets.every(
    (target, index) => intersections(targets.slice(0, index), target).length === 0,
  );
  return isOnce && empty.length + missing.length === 0 && areaOf(targets) === width * height;
}

/**
 * Compares a strip of the plan's size with the frames that make it up; null where every pixel is theirs, else the first row
 * that differs. What neighbours share is as in the drawn strip where nothing differs.
 * @throws Failure as `composeTile`
 */
export async function compareTile(
  plan: TilePlan,
  readFrame: ReadFrame,
  tile: Raster,
): Promise<{ differingRow: number | null; pairs: SharedRows[] }> {
  let differing = plan.height;
  const draw: PartWork = (strip, frame, { source, target }) => {
    const rows = equalRows({ ...target, raster: strip }, { ...source, raster: frame }, source);
    if (rows < source.height) differing = Math.min(differing, target.y + rows);
  };
  const pairs = await throughFrames(plan, readFrame, { tile, draw });
  return { differingRow: differing === plan.height ? null : differing, pairs };
}

/** A part of a frame, and its place in the strip. */
type PartWork = (tile: Raster, frame: Raster, part: Placement) => void;

async function throughFrames(
  plan: TilePlan,
  readFrame: ReadFrame,
  { tile, draw }: { tile: Raster; draw: PartWork },
): Promise<SharedRows[]> {
  const seams = new SeamRows(plan);
  for (const sequence of sequencesOf(plan)) {
    const frame = await readFrame(sequence);
    for (const part of plan.draws.filter((placement) => placement.sequence === sequence)) {
      mustHold(frame, part.source);
      draw(tile, frame, { ...part, target: inTile(plan, part.target) });
    }
    const comparisons = plan.comparisons.filter(({ second }) => second === sequence);
    for (const comparison of comparisons) seams.compare(tile, frame, comparison);
  }
  return seams.pairs();
}

/** Every frame that is drawn or compared, in order: what is compared with was drawn before. */
function sequencesOf({ draws, comparisons }: TilePlan): number[] {
  const sequences = new Set([
    ...draws.map(({ sequence }) => sequence),
    ...comparisons.map(({ second }) => second),
  ]);
  return [...sequences].sort((one, other) => one - other);
}

function inTile({ y }: TilePlan, box: Rectangle): Rectangle {
  return { ...box, y: box.y - y };
}

function mustHold({ width, height }: Raster, { x, y, width: across, height: down }: Rectangle): void {
  if (x >= 0 && y >= 0 && x + across <= width && y + down <= height) return;
  throw new Failure("picture-unreadable", `a frame of ${width} by ${height} has no part at ${x}, ${y}`);
}

function drawPart(tile: Raster, frame: Raster, { source, target }: Placement): void {
  copyPart({ ...target, raster: tile }, { ...source, raster: frame }, source);
}

/** A quiet even grey. */
const emptyShade = 0xe6;
/** Stripes that no page has: nothing was ever seen here. */
const missingShades = [0xd0, 0xb4] as const;
const stripe = 8;

function fillEmpty(tile: Raster, box: Rectangle): void {
  for (let y = box.y; y < box.y + box.height; y += 1) {
    const from = placeOf(tile, box.x, y);
    tile.pixels.fill(emptyShade, from, from + box.width * bytesPerPixel);
  }
}

function fillMissing(tile: Raster, box: Rectangle): void {
  const { pixels } = tile;
  for (let y = box.y; y < box.y + box.height; y += 1) {
    for (let x = box.x; x < box.x + box.width; x += 1) {
      const shade = missingShades[Math.floor((x + y) / stripe) % 2 === 0 ? 0 : 1];
      pixels.fill(shade ?? 0, placeOf(tile, x, y), placeOf(tile, x + 1, y));
    }
  }
}

const equal = 1;
const different = 2;

/** What was found of each row of the strip that two frames share. */
class SeamRows {
  readonly #plan: TilePlan;
  readonly #pairs = new Map<string, { first: number; second: number; states: Uint8Array }>();

  constructor(plan: TilePlan) {
    this.#plan = plan;
  }

  compare(tile: Raster, frame: Raster, { first, second, area, source }: Comparison): void {
    mustHold(frame, source);
    const key = `${first} ${second}`;
    const pair = this.#pairs.get(key) ?? { first, second, states: new Uint8Array(tile.height) };
    this.#pairs.set(key, pair);
    for (let row = 0; row < area.height; row += 1) {
      const y = area.y - this.#plan.y + row;
      if (pair.states[y] === different) continue;
      const drawn = { raster: tile, x: area.x, y };
      const shown = { raster: frame, x: source.x, y: source.y + row };
      pair.states[y] = equalRows(drawn, shown, { width: area.width, height: 1 }) === 1 ? equal : different;
    }
  }

  pairs(): SharedRows[] {
    return Array.from(this.#pairs.values(), ({ first, second, states }) => {
      const equalRows = states.filter((state) => state === equal).length;
      const rows = states.filter((state) => state > 0).length;
      return { surface: this.#plan.surface, first, second, rows, equalRows };
    });
  }
}
