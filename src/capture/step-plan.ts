/**
 * How far to scroll for the next frame, so that what stands in front of the page in one frame does not in another.
 * Planned from what a frame shows; lengths in CSS pixels that are whole device pixels.
 */
import type { Rectangle } from "../base/rectangle.ts";
import type { CaptureLimits } from "./capture-limits.ts";
import type { PageMeasures } from "./frame.ts";

/** An occluder this wide (or high) at an edge takes away a whole strip of the window. */
const fullShare = 0.6;
/** Gaps between stacked bars up to this count as covered too. */
const stackGap = 8;
/** An occluder larger than this share of the window hides the page itself. */
const wallShare = 0.45;
/** What stands in the middle may shorten a step to this share of the window, not further. */
const shortestShare = 0.25;

/** Strips along the edges of the window in which no frame like this one shows the page. */
export interface Insets {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** One direction of the window: how long it is, what covers it from both ends, and what stands between. */
interface Axis {
  length: number;
  start: number;
  end: number;
  between: readonly Span[];
}

interface Span {
  from: number;
  to: number;
}

export function insetsOf(census: PageMeasures): Insets {
  const { start: top, end: bottom } = downwards(census);
  const { start: left, end: right } = across(census);
  return { top, bottom, left, right };
}

/** Occluders that hide the page itself: cookie walls, log-in walls, open dialogues. */
export function wallsOf({ occluders, clientWidth, clientHeight }: PageMeasures): PageMeasures["occluders"] {
  const window = clientWidth * clientHeight;
  return occluders.filter(({ box }) => box.width * box.height > wallShare * window);
}

export function stepDown(census: PageMeasures, limits: CaptureLimits): number {
  return wholePixels(stepAlong(downwards(census), limits), census.devicePixelRatio);
}

export function stepAcross(census: PageMeasures, limits: CaptureLimits): number {
  return wholePixels(stepAlong(across(census), limits), census.devicePixelRatio);
}

/** Whether so much stands in front that the page can only be seen with it hidden. */
export function isBlocked(census: PageMeasures, limits: CaptureLimits): boolean {
  const { top, bottom } = insetsOf(census);
  const step = census.clientHeight - top - bottom - limits.overlap;
  const isTallerThanWindow = census.documentHeight > census.clientHeight + 1;
  return (
    isTallerThanWindow &&
    census.occluders.length > 0 &&
    (wallsOf(census).length > 0 ||
      top + bottom > limits.mostInset * census.clientHeight ||
      step < limits.shortestStep)
  );
}

/** How many frames the document takes as it stands now. */
export function framesExpected(census: PageMeasures, limits: CaptureLimits): number {
  const rows = stepsOver(census.documentHeight, census.clientHeight, stepDown(census, limits));
  const columns = stepsOver(census.documentWidth, census.clientWidth, stepAcross(census, limits));
  return rows * columns;
}

function stepsOver(whole: number, window: number, step: number): number {
  if (whole <= window + 1) return 1;
  return 1 + Math.ceil((whole - window - 1) / step);
}

/** What stands between is out of the way in the next frame if it has scrolled above it, or was in the last one below. */
function stepAlong({ length, start, end, between }: Axis, limits: CaptureLimits): number {
  const { overlap, shortestStep } = limits;
  const free = length - start - end - overlap;
  // What could not even be hidden is no reason to shoot the same again and again.
  if (free < shortestStep) return Math.max(1, length - overlap);
  const shortest = Math.min(free, shortestShare * length);
  const reaches = between.map(({ from, to }) => Math.max(from - start, length - end - to) - overlap);
  return Math.max(1, Math.min(free, ...reaches.filter((reach) => reach >= shortest)));
}

function wholePixels(length: number, ratio: number): number {
  return Math.max(1, Math.floor(length * ratio)) / ratio;
}

function downwards({ occluders, clientWidth, clientHeight }: PageMeasures): Axis {
  const isFull = ({ width }: Rectangle) => width >= fullShare * clientWidth;
  const spanOf = ({ y, height }: Rectangle) => ({ from: y, to: y + height });
  return axisOf(occluders, clientHeight, { isFull, spanOf });
}

function across({ occluders, clientWidth, clientHeight }: PageMeasures): Axis {
  const isFull = ({ height }: Rectangle) => height >= fullShare * clientHeight;
  const spanOf = ({ x, width }: Rectangle) => ({ from: x, to: x + width });
  return axisOf(occluders, clientWidth, { isFull, spanOf });
}

interface Reading {
  isFull(box: Rectangle): boolean;
  spanOf(box: Rectangle): Span;
}

function axisOf(occluders: PageMeasures["occluders"], length: number, { isFull, spanOf }: Reading): Axis {
  const boxes = occluders.map(({ box }) => box);
  const bars = boxes.filter(isFull).map(spanOf);
  const start = stackedFrom(0, bars);
  const mirrored = bars.map(({ from, to }) => ({ from: length - to, to: length - from }));
  const end = start >= length ? 0 : stackedFrom(0, mirrored);
  const between = boxes.map(spanOf).filter(({ from, to }) => from >= start && to <= length - end);
  return { length, start: Math.min(start, length), end: Math.min(end, length), between };
}

/** Bars that stand one behind the other from an edge inwards. */
function stackedFrom(edge: number, bars: readonly Span[]): number {
  let reached = edge;
  for (const { from, to } of [...bars].sort((one, other) => one.from - other.from)) {
    if (from <= reached + stackGap) reached = Math.max(reached, to);
  }
  return reached;
}
