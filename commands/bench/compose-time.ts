/** How long strips take to be drawn from frames: decoding, placing, comparing what neighbours share, encoding. */
import type { Page } from "puppeteer-core";
import { composeTile } from "../../src/capture/compose-tile.ts";
import type { TilePlan } from "../../src/capture/plan-tiles.ts";
import { writePng } from "../../src/capture/png/write-png.ts";
import { type Raster, rowsOf } from "../../src/capture/raster.ts";
import { frameReader } from "../../src/evidence/frame-reader.ts";
import { shotsOf } from "./loops.ts";

/** Device pixels two neighbouring screens share. */
const shared = 32;
const screensInStrip = 8;

/** Milliseconds for so many screens of this page, as the extension's thread draws them, but in Node. */
export async function composeTime(page: Page, screens: number): Promise<number> {
  const shots = await shotsOf(page, screens);
  const readFrame = frameReader(async (sequence) => shots[sequence] ?? null);
  const { width, height } = await readFrame(0);
  const startedAtMs = performance.now();
  let spare: Raster | null = null;
  for (let first = 0; first < screens; first += screensInStrip) {
    const plan = stripOf({ first, last: Math.min(first + screensInStrip, screens), width, height });
    const { raster } = await composeTile(plan, readFrame, { spare });
    await writePng({ width: plan.width, height: plan.height, rows: rowsOf(raster) });
    spare = raster;
  }
  return performance.now() - startedAtMs;
}

interface Strip {
  /** Numbers of screens, the last not included. */
  first: number;
  last: number;
  /** Of a screen, device pixels. */
  width: number;
  height: number;
}

function stripOf({ first, last, width, height }: Strip): TilePlan {
  const step = height - shared;
  const sequences = Array.from({ length: last - first }, (_, index) => first + index);
  const y = first * step;
  return {
    surface: 0,
    y,
    width,
    height: (last - first) * step,
    draws: sequences.map((sequence) => ({
      sequence,
      source: { x: 0, y: 0, width, height: step },
      target: { x: 0, y: sequence * step, width, height: step },
    })),
    empty: [],
    missing: [],
    comparisons: sequences.slice(1).map((second) => ({
      first: second - 1,
      second,
      area: { x: 0, y: second * step, width, height: shared },
      source: { x: 0, y: 0, width, height: shared },
    })),
  };
}
