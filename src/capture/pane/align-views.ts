/**
 * How far the rows of a pane moved between two views of it: from the rows themselves, not from scroll offsets, which
 * virtualised lists rewrite as they like. What cannot be told is said to be lost, never guessed.
 */
import type { PaneView } from "./pane-view.ts";
import { type Anchor, commonAnchors, type SeenRow } from "./row-anchors.ts";

export const lostReasons = ["no-common-row", "identical-rows"] as const;

export type Alignment =
  /** `displacement`: CSS pixels by which rows stand lower in the second view. `anchors`: rows that agree on it. */
  | { kind: "rows"; displacement: number; anchors: number; outdated: Outdated | null }
  /** No row could tell, but neither length nor offset was rewritten, and every row stands where the offset says. */
  | { kind: "offset"; displacement: number; anchors: number }
  | { kind: "lost"; because: (typeof lostReasons)[number] };

/** What the first view shows otherwise than the second, from that edge of its clip on: a row grew there. CSS pixels. */
export interface Outdated {
  from: "top" | "bottom";
  length: number;
}

/** CSS pixels: rows are laid out in fractions, painted on device pixels. */
const tolerance = 1.5;

export function alignViews(before: PaneView, after: PaneView): Alignment {
  for (const isMarked of [true, false]) {
    const sights = { before: seenRows(before, isMarked), after: seenRows(after, isMarked) };
    const found = alignByRows({
      ...sights,
      heights: heightsOf(before, after),
      hint: offsetMove(before, after),
    });
    if (found) return found;
  }
  return alignByOffset(before, after);
}

/** With marks, rows that say the same are told apart where the page numbers them. */
export function seenRows({ rows, clip }: PaneView, isMarked: boolean): SeenRow[] {
  return rows.map(({ key, mark, box }) => ({
    key: isMarked && mark !== null ? `${key} ${mark}` : key,
    top: box.y - clip.y,
    bottom: box.y + box.height - clip.y,
  }));
}

interface Sights {
  before: readonly SeenRow[];
  after: readonly SeenRow[];
  heights: { before: number; after: number };
  /** What the scroll offsets say; a hint and no more. */
  hint: number;
}

function heightsOf(before: PaneView, after: PaneView): Sights["heights"] {
  return { before: before.clip.height, after: after.clip.height };
}

function offsetMove(before: PaneView, after: PaneView): number {
  return before.scrollY - after.scrollY;
}

function alignByRows(sights: Sights): Alignment | null {
  const anchors = commonAnchors(sights.before, sights.after);
  const displacement = displacementAtJoin(anchors);
  if (displacement === null) return null;
  const known = new Set(anchors.flatMap((anchor) => [anchor.before, anchor.after]));
  const agreeing = anchors.filter((anchor) => isRigid(anchor, displacement));
  const { strangers } = compare(sights, displacement, known);
  const isSure = agreeing.length >= 2 && strangers <= agreeing.length / 4;
  const [only] = agreeing;
  const isAlone = strangers === 0 && only !== undefined && isLikely(sights, displacement, only);
  if (!isSure && !isAlone) return null;
  const aligned = { kind: "rows" as const, displacement, anchors: agreeing.length, outdated: null };
  return { ...aligned, ...joinBeyondChange(sights, anchors, displacement) };
}

/**
 * A row that changed its height is better taken from the later view, if that shows it whole: the views are then joined
 * beyond it, and the earlier one is outdated up to there.
 */
function joinBeyondChange(
  { heights }: Sights,
  anchors: readonly Anchor[],
  displacement: number,
): { displacement: number; outdated: Outdated } | null {
  const changed = anchors.filter(
    ({ before, after }) =>
      Math.abs(after.bottom - after.top - before.bottom + before.top) > tolerance &&
      isWhole(after, heights.after),
  );
  const row = displacement > 0 ? changed.at(-1) : changed[0];
  if (!row) return null;
  const { before, after } = row;
  return displacement > 0
    ? { displacement: after.bottom - before.bottom, outdated: { from: "top", length: before.bottom } }
    : {
        displacement: after.top - before.top,
        outdated: { from: "bottom", length: heights.before - before.top },
      };
}

function isRigid({ before, after }: Anchor, displacement: number): boolean {
  return isSamePlace({ top: before.top + displacement, bottom: before.bottom + displacement }, after);
}

/**
 * A row that grew in between moves the rows on one side of it only. The two views are joined at the edge where the
 * first one ends, so the anchor nearest to that edge counts, and of it the edge that faces into the first view.
 */
function displacementAtJoin(anchors: readonly Anchor[]): number | null {
  const [first, last] = [anchors[0], anchors.at(-1)];
  if (!first || !last) return null;
  const isUpwards = first.after.top - first.before.top > 0 || last.after.bottom - last.before.bottom > 0;
  return isUpwards ? first.after.bottom - first.before.bottom : last.after.top - last.before.top;
}

/** A row alone could be another one that says the same. One that is as high as this is unlikely to come twice so near. */
const highRow = 0.3;

/** The offset must say so too, give or take half the row. */
function isLikely({ hint, heights }: Sights, displacement: number, { before }: Anchor): boolean {
  const height = before.bottom - before.top;
  return height >= heights.before * highRow && Math.abs(displacement - hint) <= height / 2;
}

/** `strangers`: rows that should stand whole in the other view and are not there. */
function compare(
  { before, after, heights }: Sights,
  displacement: number,
  known: ReadonlySet<SeenRow>,
): { agreeing: number; strangers: number } {
  const there = missing(before, after, { displacement, height: heights.after, known });
  const back = missing(after, before, { displacement: -displacement, height: heights.before, known });
  return { agreeing: there.agreeing, strangers: there.strangers + back.strangers };
}

function missing(
  rows: readonly SeenRow[],
  others: readonly SeenRow[],
  { displacement, height, known }: { displacement: number; height: number; known: ReadonlySet<SeenRow> },
): { agreeing: number; strangers: number } {
  let agreeing = 0;
  let strangers = 0;
  for (const row of rows) {
    const place = { top: row.top + displacement, bottom: row.bottom + displacement };
    const isThere = others.some((other) => other.key === row.key && isSamePlace(other, place));
    if (isThere) agreeing += 1;
    else if (isWhole(place, height) && !known.has(row)) strangers += 1;
  }
  return { agreeing, strangers };
}

/** Either edge counts: a row that grew stands on one of them. */
function isSamePlace(one: Pick<SeenRow, "top" | "bottom">, other: Pick<SeenRow, "top" | "bottom">): boolean {
  return Math.abs(one.top - other.top) <= tolerance || Math.abs(one.bottom - other.bottom) <= tolerance;
}

function isWhole({ top, bottom }: Pick<SeenRow, "top" | "bottom">, height: number): boolean {
  return top >= tolerance && bottom <= height - tolerance;
}

function alignByOffset(before: PaneView, after: PaneView): Alignment {
  const displacement = offsetMove(before, after);
  const sights = { before: seenRows(before, true), after: seenRows(after, true) };
  const isSteady = before.scrollHeight === after.scrollHeight && before.originY === after.originY;
  const isOverlapping = Math.abs(displacement) < Math.min(before.clip.height, after.clip.height);
  const seen = compare({ ...sights, heights: heightsOf(before, after), hint: 0 }, displacement, new Set());
  if (isSteady && isOverlapping && seen.strangers === 0) {
    return { kind: "offset", displacement, anchors: seen.agreeing };
  }
  const keys = new Set(after.rows.map(({ key }) => key));
  const isAlike = before.rows.some(({ key }) => keys.has(key));
  return { kind: "lost", because: isAlike ? "identical-rows" : "no-common-row" };
}
