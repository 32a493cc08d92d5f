/** Holds the strips of an item against its recipe, and each strip against the frames it is drawn from. */
import type { CookedSurface } from "../capture/make-proof.ts";
import { mergePairs } from "../capture/merge-pairs.ts";
import { planTiles } from "../capture/plan-tiles.ts";
import type { SharedRows } from "../capture/proof.ts";
import type { Picture } from "../evidence/picture.ts";
import type { CompareStrips, StripRun } from "./compare-strips.ts";
import type { Finding } from "./finding.ts";

export interface PictureToCheck {
  /** `c0001`. */
  folder: string;
  picture: Picture;
  /** The recipe as it follows from the frames. */
  surfaces: readonly CookedSurface[];
}

export interface TileReading {
  findings: Finding[];
  /** What neighbouring frames share, measured anew; null where there are no strips or no frames to measure. */
  pairs: SharedRows[] | null;
}

/** The strips named are those of the recipe, all of them or none. */
export async function checkTiles(checked: PictureToCheck, compare: CompareStrips): Promise<TileReading> {
  const { folder, picture, surfaces } = checked;
  const path = (file: string) => `data/captures/${folder}/${file}`;
  const plans = surfaces.flatMap(planTiles);
  const named = picture.surfaces.flatMap(({ number, tiles }) => tiles.map((tile) => ({ ...tile, number })));
  if (named.length === 0) return { findings: [], pairs: plans.length === 0 ? [] : null };
  const isSamePlan =
    named.length === plans.length &&
    plans.every(({ surface, y, height }, index) => {
      const tile = named[index];
      return tile?.number === surface && tile.y === y && tile.height === height;
    });
  if (!isSamePlan)
    return {
      findings: [{ code: "recipe-differs", path: path("capture.json"), detail: "tiles" }],
      pairs: null,
    };
  const frames = new Map(picture.frames.map(({ sequence, file }) => [sequence, path(file)]));
  const strips = plans.map((plan, index) => ({ plan, path: path(named[index]?.file ?? "") }));
  const readings = (await Promise.all(runsOf(strips, frames).map(compare))).flat();
  const findings = readings.flatMap(({ path: file, difference }): Finding[] =>
    difference === null ? [] : [{ code: "composite-differs", path: file, detail: difference }],
  );
  return { findings, pairs: mergePairs(readings.flatMap(({ pairs }) => pairs)) };
}

/**
 * Strips of one thread's turn. The frame at the edge of two strips is read once where both are in one run, and a long
 * page is no reason for the other threads to wait.
 */
const stripsInRun = 4;

function runsOf(strips: StripRun["strips"], frames: ReadonlyMap<number, string>): StripRun[] {
  return Array.from({ length: Math.ceil(strips.length / stripsInRun) }, (_, index) => {
    const own = strips.slice(index * stripsInRun, (index + 1) * stripsInRun);
    const used = new Set(own.flatMap(({ plan }) => sequencesIn(plan)));
    const needed = [...frames].filter(([sequence]) => used.has(sequence));
    return { strips: own, frames: needed.map(([sequence, path]) => ({ sequence, path })) };
  });
}

function sequencesIn({ draws, comparisons }: StripRun["strips"][number]["plan"]): number[] {
  return [...draws.map(({ sequence }) => sequence), ...comparisons.map(({ second }) => second)];
}
