/**
 * Where each frame of a pane lies, from one frame to the next by the rows they share. Pure: the same stored frames
 * always lie in the same places, after a crash and at the verifier's.
 */
import type { Frame } from "../frame.ts";
import { deviceClip } from "./device-clip.ts";
import { type Alignment, alignViews } from "./align-views.ts";
import type { PaneView } from "./pane-view.ts";

export type PaneFrame = Frame & { pane: PaneView };

export interface FollowedFrame {
  frame: PaneFrame;
  /** Device pixels: the clip's top left corner in the pane's picture. */
  x: number;
  y: number;
  /** The frame it was placed by; null for the first one of its segment. */
  reference: number | null;
  alignment: Alignment | null;
  /** Device pixels at either edge of the clip that a later frame shows as they are now: a row grew in between. */
  outdated: { top: number; bottom: number };
}

/** Frames that hang together. Between two segments there is a gap: what is missing there, if anything, is not known. */
export interface PaneSegment {
  frames: FollowedFrame[];
  /** Why it does not hang together with what was there before; null for the first one. */
  because: Extract<Alignment, { kind: "lost" }>["because"] | null;
}

/** Frames of one pane, in segments from top to bottom. Those of the document and of other panes are not among them. */
export function followPane(frames: readonly PaneFrame[]): PaneSegment[] {
  const segments: PaneSegment[] = [];
  let left = frames.toSorted((one, other) => one.sequence - other.sequence);
  while (left.length > 0) {
    const [first, ...others] = left;
    if (!first) break;
    const segment = newSegment(segments, first);
    left = placeAll(segment, others);
  }
  return stack(segments);
}

export function isPaneFrame(frame: Frame): frame is PaneFrame {
  return frame.pane !== null;
}

const none = { top: 0, bottom: 0 };

/** Frames of inner scrollers, by the number of the scroller. */
export function framesByPane(frames: readonly Frame[]): [surface: number, frames: PaneFrame[]][] {
  const shown = frames.filter(isPaneFrame);
  const surfaces = [...new Set(shown.map(({ surface }) => surface))].sort((one, other) => one - other);
  return surfaces.map((number) => [number, shown.filter(({ surface }) => surface === number)]);
}

/** Next to the segment of the frame before it, on the side to which the walk was going. */
function newSegment(segments: PaneSegment[], frame: PaneFrame): PaneSegment {
  const before = segments
    .flatMap((segment) => segment.frames.map((followed) => ({ segment, followed })))
    .filter(({ followed }) => followed.frame.sequence < frame.sequence)
    .reduce<{ segment: PaneSegment; followed: FollowedFrame } | null>(
      (latest, one) =>
        latest && latest.followed.frame.sequence > one.followed.frame.sequence ? latest : one,
      null,
    );
  const alignment = before && alignViews(before.followed.frame.pane, frame.pane);
  const because = alignment && (alignment.kind === "lost" ? alignment.because : "no-common-row");
  const segment = { frames: [{ frame, x: 0, y: 0, reference: null, alignment, outdated: none }], because };
  const at = before ? segments.indexOf(before.segment) + (frame.pane.heading === "up" ? 0 : 1) : 0;
  segments.splice(at, 0, segment);
  return segment;
}

/** A frame that shares no row with those before it may hang together with them by a later one. Returns what is left. */
function placeAll(segment: PaneSegment, frames: readonly PaneFrame[]): PaneFrame[] {
  let left = [...frames];
  for (let count = -1; count !== left.length; ) {
    count = left.length;
    left = left.filter((frame) => {
      const place = placeByRows(segment.frames, frame);
      if (place) segment.frames.push(place);
      return place === null;
    });
  }
  return left;
}

/** By the frame nearest in time that shares rows: a walk may also come back to where it began. */
function placeByRows(frames: readonly FollowedFrame[], frame: PaneFrame): FollowedFrame | null {
  const distance = (known: FollowedFrame) => Math.abs(known.frame.sequence - frame.sequence);
  for (const known of frames.toSorted((one, other) => distance(one) - distance(other))) {
    const alignment = alignViews(known.frame.pane, frame.pane);
    if (alignment.kind === "lost" || !isSure(alignment, distance(known))) continue;
    const ratio = frame.census.devicePixelRatio;
    if (alignment.kind === "rows" && alignment.outdated && known.frame.sequence < frame.sequence) {
      const { from, length } = alignment.outdated;
      known.outdated = {
        ...known.outdated,
        [from]: Math.max(known.outdated[from], Math.round(length * ratio)),
      };
    }
    return {
      frame,
      x: known.x + Math.round((frame.pane.scrollX - known.frame.pane.scrollX) * ratio),
      y: known.y - Math.round(alignment.displacement * ratio),
      reference: known.frame.sequence,
      alignment,
      outdated: none,
    };
  }
  return null;
}

/** Between frames far apart in time the same words may come again: more rows have to agree. */
function isSure(alignment: Exclude<Alignment, { kind: "lost" }>, distance: number): boolean {
  return distance <= 4 || (alignment.kind === "rows" && alignment.anchors >= 3);
}

/** Why two neighbours do not hang together: the one that came later knows. */
export function gapReason(above: PaneSegment, below: PaneSegment): NonNullable<PaneSegment["because"]> {
  const later = firstSequence(above) > firstSequence(below) ? above : below;
  return later.because ?? "no-common-row";
}

function firstSequence({ frames }: PaneSegment): number {
  return frames[0]?.frame.sequence ?? 0;
}

/** CSS pixels: room in the picture to say that something may be missing. */
const gapHeight = 64;

/** Puts the segments below one another and counts from the top left corner of the whole. */
function stack(segments: readonly PaneSegment[]): PaneSegment[] {
  const left = Math.min(...segments.flatMap(({ frames }) => frames.map(({ x }) => x)));
  let bottom = 0;
  return segments.map((segment, index) => {
    const top = Math.min(...segment.frames.map(({ y }) => y));
    const start = index === 0 ? 0 : bottom + gapLength(segment);
    const frames = segment.frames.map((followed) => ({
      ...followed,
      x: followed.x - left,
      y: followed.y - top + start,
    }));
    bottom = bottomOf(frames);
    return { ...segment, frames };
  });
}

/** Device pixels. */
function gapLength({ frames }: PaneSegment): number {
  return Math.round(gapHeight * (frames[0]?.frame.census.devicePixelRatio ?? 1));
}

export function topOf(frames: readonly FollowedFrame[]): number {
  return Math.min(...frames.map(({ y }) => y));
}

export function bottomOf(frames: readonly FollowedFrame[]): number {
  return Math.max(...frames.map(({ frame, y }) => y + deviceClip(frame).height));
}
