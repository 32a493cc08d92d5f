/** Works out the clauses of the proof from what was captured. Pure: anyone with the bundle gets the same figures. */
import type { Frame } from "./frame.ts";
import { type LaidSurface, shownBy } from "./laid-frame.ts";
import { paneAnchors } from "./pane/pane-anchors.ts";
import type { SurfaceEnds as WalkedEnds } from "./surface-ends.ts";
import type { ClauseState, CrossCount, EndReason, Proof, SharedRows, SurfaceEnds } from "./proof.ts";
import type { Recipe } from "./recipe.ts";
import { areaOf } from "./rectangle-cover.ts";
import { type CaptureNote, endReasonIn } from "./verdict.ts";

export type CookedSurface = LaidSurface & Recipe;

/** Rows of neighbouring frames that are equal, at least; below it the seam is named. */
export const steadyShare = 0.98;

export interface ProofInput {
  surfaces: readonly CookedSurface[];
  frames: readonly Frame[];
  /** How the capture itself ended. */
  notes: readonly CaptureNote[];
  /** Null where no strip was made, so that nothing was compared. */
  pairs: readonly SharedRows[] | null;
  counts: readonly CrossCount[];
  /** How the walk over each surface ended, as the walk itself saw it. */
  ends: readonly WalkedEnds[];
  integrity: Pick<Proof["integrity"], "files" | "filesSha256" | "recipeSha256">;
}

export function makeProof(input: ProofInput): Proof {
  return {
    coverage: coverageOf(input.surfaces),
    continuity: continuityOf(input),
    ends: endsOf(input),
    stability: stabilityOf(input.frames),
    crossCounts: crossCountsOf(input.counts),
    integrity: { clause: "P6", state: "holds", ...input.integrity },
  };
}

function stateOf(holds: boolean): ClauseState {
  return holds ? "holds" : "fails";
}

function coverageOf(surfaces: readonly CookedSurface[]): Proof["coverage"] {
  const figures = surfaces.map(({ number, width, height, placements, patches, holes, gaps }) => {
    const drawn = areaOf(placements.map(({ target }) => target));
    const hidden = areaOf(patches.map(({ box }) => box));
    const drawnHidden = areaOf(patches.filter(({ sequence }) => sequence !== null).map(({ box }) => box));
    const missing = areaOf([...holes, ...gaps]);
    return { surface: number, pixels: width * height, shown: drawn - drawnHidden, hidden, missing };
  });
  return {
    clause: "P1",
    state: stateOf(figures.every(({ missing }) => missing === 0)),
    surfaces: figures,
  };
}

export function isSteady({ rows, equalRows }: SharedRows): boolean {
  return equalRows >= steadyShare * rows;
}

function continuityOf({ surfaces, pairs, frames }: ProofInput): Proof["continuity"] {
  const anchors = paneAnchors(frames);
  const rows = anchors.length > 0 ? { anchors } : {};
  if (pairs === null) return { clause: "P2", state: "not-checked", pairs: [], unlinked: [], ...rows };
  const unlinked = surfaces.flatMap((surface) => unlinkedIn(surface, pairs));
  return { clause: "P2", state: continuityState(pairs, unlinked), pairs: [...pairs], unlinked, ...rows };
}

/** One frame alone has no neighbour. */
function continuityState(pairs: readonly SharedRows[], unlinked: readonly number[]): ClauseState {
  if (!pairs.every(isSteady)) return "fails";
  if (unlinked.length > 0) return "not-checked";
  return pairs.length === 0 ? "not-applicable" : "holds";
}

function unlinkedIn({ number, frames }: CookedSurface, pairs: readonly SharedRows[]): number[] {
  const linked = new Set(
    pairs.filter(({ surface, rows }) => surface === number && rows > 0).map(({ second }) => second),
  );
  const [, ...further] = frames.map(({ sequence }) => sequence).sort((one, other) => one - other);
  return further.filter((sequence) => !linked.has(sequence));
}

function endsOf({ surfaces, notes, ends: walked }: ProofInput): Proof["ends"] {
  const ends = surfaces.map((surface): SurfaceEnds => {
    if (surface.kind === "pane") return endsOfPane(surface.number, notes, walked);
    const reason = endReasonIn(notes, surface.number);
    const early: EndReason = reason ?? "hole";
    const shown = surface.frames.map(shownBy);
    const isAtTop = shown.some(({ y }) => y <= 0);
    const isAtBottom = reason === null && shown.some(({ y, height }) => y + height >= surface.height);
    return {
      surface: surface.number,
      first: isAtTop ? "reached" : early,
      last: isAtBottom ? "reached" : early,
    };
  });
  const isWhole = ends.every(({ first, last }) => first === "reached" && last === "reached");
  return { clause: "P3", state: stateOf(isWhole), surfaces: ends };
}

/** Where the rows of a pane end cannot be told from the frames: only the walk saw it. */
function endsOfPane(
  surface: number,
  notes: readonly CaptureNote[],
  walked: readonly WalkedEnds[],
): SurfaceEnds {
  const early = endReasonIn(notes, surface) ?? endReasonIn(notes, 0) ?? "interrupted";
  const own = walked.find((ends) => ends.surface === surface);
  return { surface, first: endOf(own?.first, early), last: endOf(own?.last, early) };
}

function endOf(seen: WalkedEnds["first"] | undefined, early: EndReason): EndReason {
  if (seen === "top-reached" || seen === "bottom-stable") return "reached";
  return seen === undefined || seen === "not-reached" || seen === "window-only" ? early : seen;
}

function stabilityOf(frames: readonly Frame[]): Proof["stability"] {
  const unstable = frames.filter(({ isUnstable }) => isUnstable).map(({ sequence }) => sequence);
  const retakes = frames.reduce((sum, frame) => sum + frame.retakes, 0);
  return { clause: "P4", state: stateOf(unstable.length === 0), frames: frames.length, retakes, unstable };
}

function crossCountsOf(counts: readonly CrossCount[]): Proof["crossCounts"] {
  const state =
    counts.length === 0 ? "not-applicable" : stateOf(counts.every(({ stated, seen }) => stated === seen));
  return { clause: "P5", state, counts: [...counts] };
}
