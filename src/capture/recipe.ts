/**
 * The recipe of a surface: which rectangle of which frame stands where. What stands in front of the page is cut out of
 * each frame and filled from others, so nothing in the page has to be hidden.
 */
import { Rectangle } from "../base/rectangle.ts";
import { z } from "../base/schema.ts";
import type { Placement } from "./frame.ts";
import { mostCutOutShare } from "./lay-document.ts";
import { inSurface, type LaidFrame, type LaidSurface, shownBy } from "./laid-frame.ts";
import type { Occluder } from "./occluder.ts";
import { allUncovered, areaOf, intersections, uncovered } from "./rectangle-cover.ts";

/**
 * A place that something stood in front of in every frame. `sequence` is the frame it is drawn from, with what stood
 * there; null where that is drawn elsewhere already and the place stays empty.
 */
export const Patch = z.object({ box: Rectangle, sequence: z.nullable(z.int()) });
export type Patch = z.infer<typeof Patch>;

export interface Recipe {
  /** Targets never overlap; with `holes`, the surface's gaps and the empty patches they are the whole surface. */
  placements: Placement[];
  patches: Patch[];
  /** In no frame at all. */
  holes: Rectangle[];
}

/**
 * The same frames in any order give the same recipe. An earlier frame keeps what it shows, so further frames only add
 * to the placements of unhidden pixels. What is hidden everywhere is drawn once for each thing that hides it: a header
 * where the page begins, a footer where it ends; what is stuck here is part of the page elsewhere and not drawn again.
 */
export function makeRecipe(surface: LaidSurface): Recipe {
  const frames = surface.frames.toSorted((one, other) => one.sequence - other.sequence);
  const placements = unhidden(frames);
  const whole = { x: 0, y: 0, width: surface.width, height: surface.height };
  const targets = placements.map(({ target }) => target);
  const hidden = hiddenPlaces(frames, uncovered(whole, [...targets, ...surface.gaps]));
  return {
    placements: [...placements, ...hidden.placements],
    patches: hidden.patches,
    holes: hidden.rest,
  };
}

function unhidden(frames: readonly LaidFrame[]): Placement[] {
  const placements: Placement[] = [];
  for (const frame of frames) {
    const cuts = frame.occluders.filter((occluder) => isCutOut(frame, occluder));
    const shown = uncovered(
      shownBy(frame),
      cuts.map(({ box }) => inSurface(frame, box)),
    );
    const taken = placements.flatMap(({ target }) => intersections([target], shownBy(frame)));
    for (const target of allUncovered(shown, taken)) placements.push(placementOf(frame, target));
  }
  return placements;
}

/** A wall in front of most of the window is what the person saw: it stays. */
export function isCutOut({ clip }: LaidFrame, { box }: Occluder): boolean {
  return areaOf([box]) < mostCutOutShare * areaOf([clip]);
}

function placementOf(frame: LaidFrame, target: Rectangle): Placement {
  const { clip, x, y, sequence } = frame;
  const source = { ...target, x: target.x - x + clip.x, y: target.y - y + clip.y };
  return { sequence, source, target };
}

interface HiddenPlaces {
  placements: Placement[];
  patches: Patch[];
  rest: Rectangle[];
}

function hiddenPlaces(frames: readonly LaidFrame[], remaining: readonly Rectangle[]): HiddenPlaces {
  const places: HiddenPlaces = { placements: [], patches: [], rest: [...remaining] };
  const drawnBy = new Map<string, number>();
  for (const frame of frames) {
    for (const { key, kind, box } of frame.occluders) {
      const isElsewhere = kind === "sticky" || (drawnBy.get(key) ?? frame.sequence) !== frame.sequence;
      const areas = isElsewhere ? [] : intersections(places.rest, inSurface(frame, box));
      if (areas.length === 0) continue;
      drawnBy.set(key, frame.sequence);
      places.placements.push(...areas.map((target) => placementOf(frame, target)));
      places.patches.push(...areas.map((target) => ({ box: target, sequence: frame.sequence })));
      places.rest = allUncovered(places.rest, areas);
    }
  }
  const seen = frames.flatMap((frame) => intersections(places.rest, shownBy(frame)));
  const holes = allUncovered(places.rest, seen);
  const empty = allUncovered(places.rest, holes);
  return {
    ...places,
    patches: [...places.patches, ...empty.map((box) => ({ box, sequence: null }))],
    rest: holes,
  };
}

const barShare = 0.9;

/** A header where the surface begins or a footer where it ends: there a reader expects it. */
export function isEdgeBar({ box, sequence }: Patch, { width, height }: LaidSurface): boolean {
  const isAtEdge = box.y === 0 || box.y + box.height === height;
  return sequence !== null && isAtEdge && box.width >= barShare * width;
}
