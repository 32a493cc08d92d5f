/** Draws one strip of a surface from its plan and compares what neighbouring frames both show, pixel by pixel. */
import { Failure } from "../base/failure.ts";
import type { Rectangle } from "../base/rectangle.ts";
import type { Placement } from "./frame.ts";
import type { Comparison, TilePlan } from "./plan-tiles.ts";
import type { SharedRows } from "./proof.ts";
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

/**
 * @throws Failure `picture-unreadable` when a frame cannot be read or is smaller than the plan says
 */
export async function composeTile(
  plan: TilePlan,
  readFrame: ReadFrame,
  means: RasterMeans = {},
): Promise<ComposedTile> {
  const raster = emptyRaster(plan.width, plan.height, means);
  for (const box of plan.empty) fillEmpty(raster, inTile(plan, box));
  for (const box of plan.missing) fillMissing(raster, inTile(plan, box));
  const seams = new SeamRows(plan);
  for (const sequence of sequencesOf(plan)) {
    const frame = await readFrame(sequence);
    const draws = plan.draws.filter((placement) => placement.sequence === sequence);
    for (const draw of draws) drawPart(raster, frame, { ...draw, target: inTile(plan, draw.target) });
    const comparisons = plan.comparisons.filter(({ second }) => second === sequence);
    for (const comparison of comparisons) seams.compare(raster, frame, comparison);
  }
  return { raster, pairs: seams.pairs() };
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
  mustHold(frame, source);
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
