/** Adds up what the strips say of each pair of frames, and finds where a seam that does not hold lies. */
import type { Rectangle } from "../base/rectangle.ts";
import { shownBy } from "./laid-frame.ts";
import { type CookedSurface, isSteady } from "./make-proof.ts";
import type { SharedRows } from "./proof.ts";
import { intersection } from "./rectangle-cover.ts";

/** One entry a pair, in the order of the second frame, then the first; strips never share a row. */
export function mergePairs(pairs: readonly SharedRows[]): SharedRows[] {
  const merged = new Map<string, SharedRows>();
  for (const pair of pairs) {
    const key = `${pair.surface} ${pair.first} ${pair.second}`;
    const sum = merged.get(key) ?? { ...pair, rows: 0, equalRows: 0 };
    merged.set(key, { ...sum, rows: sum.rows + pair.rows, equalRows: sum.equalRows + pair.equalRows });
  }
  return [...merged.values()].sort(
    (one, other) => one.surface - other.surface || one.second - other.second || one.first - other.first,
  );
}

/** Boxes in the surface where two frames show different things of the same place. */
export function unsteadySeams(surface: CookedSurface, pairs: readonly SharedRows[]): Rectangle[] {
  const frames = new Map(surface.frames.map((frame) => [frame.sequence, frame]));
  return pairs.flatMap((pair) => {
    const first = frames.get(pair.first);
    const second = frames.get(pair.second);
    if (pair.surface !== surface.number || isSteady(pair) || !first || !second) return [];
    return intersection(shownBy(first), shownBy(second)) ?? [];
  });
}

/** What such a frame shows of the surface, where it meets the frames before it; all of it where it meets none. */
export function uncheckedSeams(surface: CookedSurface, unlinked: readonly number[]): Rectangle[] {
  return surface.frames.flatMap((frame) => {
    if (!unlinked.includes(frame.sequence)) return [];
    const earlier = surface.frames.filter(({ sequence }) => sequence < frame.sequence);
    const met = earlier.flatMap((other) => intersection(shownBy(other), shownBy(frame)) ?? []);
    return met.at(-1) ?? shownBy(frame);
  });
}
