/** Where each frame of an inner scroller lies in the picture of it, by the rows and not by scroll offsets. */
import type { Rectangle } from "../../base/rectangle.ts";
import type { Frame } from "../frame.ts";
import type { LaidFrame, LaidSurface } from "../laid-frame.ts";
import { boxesIn, occludersIn } from "../lay-document.ts";
import type { Occluder } from "../occluder.ts";
import { deviceClip } from "./device-clip.ts";
import {
  bottomOf,
  followPane,
  type FollowedFrame,
  isPaneFrame,
  type PaneFrame,
  topOf,
} from "./follow-pane.ts";

/** `frames` are those of one pane. Between two segments that do not hang together lies a gap as wide as the picture. */
export function layPane(frames: readonly Frame[]): LaidSurface {
  const segments = followPane(frames.filter(isPaneFrame));
  const laid = segments.flatMap((segment) => segment.frames.map(layFrame));
  const width = Math.max(0, ...laid.map(({ x, clip }) => x + clip.width));
  const gaps = segments.slice(1).map((segment, index): Rectangle => {
    const above = bottomOf(segments[index]?.frames ?? []);
    return { x: 0, y: above, width, height: topOf(segment.frames) - above };
  });
  return {
    number: frames[0]?.surface ?? 1,
    kind: "pane",
    width,
    height: Math.max(0, ...laid.map(({ y, clip }) => y + clip.height)),
    frames: laid.sort((one, other) => one.sequence - other.sequence),
    gaps,
  };
}

/** What is outdated at its edges is left to the frames that show it as it was later. */
function layFrame({ frame, x, y, outdated }: FollowedFrame): LaidFrame {
  const whole = deviceClip(frame);
  const top = Math.min(outdated.top, whole.height);
  const bottom = Math.min(outdated.bottom, whole.height - top);
  const clip = { ...whole, y: whole.y + top, height: whole.height - top - bottom };
  const ratio = frame.census.devicePixelRatio;
  return {
    sequence: frame.sequence,
    clip,
    x,
    y: y + top,
    occluders: occludersIn(clip, inFrontOf(frame), ratio),
    moving: boxesIn(clip, frame.census.moving, ratio),
  };
}

/** What the pane itself stands in is no occluder of it; what stands in front of the pane alone is one. */
function inFrontOf({ census, pane }: PaneFrame): Occluder[] {
  const others = census.occluders.filter(({ box }) => !encloses(box, pane.clip));
  const covers = pane.covers.map((box, index): Occluder => ({ box, kind: "fixed", key: `cover ${index}` }));
  return [...others, ...covers];
}

function encloses(outer: Rectangle, inner: Rectangle): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}
