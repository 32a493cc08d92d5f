/** The one sentence a capture is judged by, and the notes that led to it. */
import { Rectangle } from "../base/rectangle.ts";
import { z } from "../base/schema.ts";

export const verdictKinds = [
  "complete",
  "complete-with-notes",
  "partial",
  "visible-part-only",
  "facts-only",
] as const;

/** Each of these alone makes a capture partial: it ended in the middle, or a part is in no frame. */
const partialReasons = [
  "stopped-by-person",
  "page-navigated",
  "tab-closed",
  "tab-away",
  "frame-cap",
  "no-progress",
  "interrupted",
  "storage-failed",
  "browser-refused",
  "address-changed",
  "feed-truncated",
  "reach-chosen",
  "loader-visible",
  "time-cap",
  "length-cap",
  "hole",
  "gap",
  "pane-gone",
] as const;

/** Of these, what says that something is missing, not that a walk ended. */
const partsMissing = ["hole", "gap", "pane-gone"] as const;

/** Facts that a reader should know. */
const remarks = [
  "page-grew",
  "page-shrank",
  "wall-in-front",
  "elements-hidden",
  "snapping-off",
  "hidden-text",
  "covered-media",
  "blank-video",
  "broken-images",
  "inner-scroller",
  "pane-beside",
  "rows-arrived",
  "foreign-frame",
  "inner-frame",
  "pending-images",
  "empty-beside",
  "repeating-parts",
  "unstable-frame",
  "clock-moved",
  "reading-cut",
  "page-refuses",
  "mask-failed",
  "not-a-web-page",
  "occluded-patch",
  "covered-window",
  "unstable-seam",
  "seam-unchecked",
  "counts-differ",
  "composite-missing",
  "imported",
] as const;

/** What was asked for lowers no verdict. */
const quietNotes = ["pictures-masked"] as const;

export const noteCodes = [...partialReasons, ...remarks, ...quietNotes] as const;

export const CaptureNote = z.object({
  code: z.enum(noteCodes),
  /** CSS pixels in the document, or in the inner scroller `surface` names, when the note has a place. */
  box: z.optional(Rectangle),
  surface: z.optional(z.int().check(z.positive())),
  /** A short fact: an origin, a count. Text from a page is data. */
  detail: z.optional(z.string().check(z.maxLength(2_048))),
});
export type CaptureNote = z.infer<typeof CaptureNote>;
export type NoteCode = CaptureNote["code"];

export const Verdict = z.object({
  kind: z.enum(verdictKinds),
  notes: z.array(CaptureNote).check(z.maxLength(1_000)),
});
export type Verdict = z.infer<typeof Verdict>;

/**
 * Judges by the notes alone. "complete" needs that nothing was noted beyond a mask that was asked for;
 * an inner scroller large enough to be the page itself makes the capture partial.
 */
export function judge(notes: readonly CaptureNote[], framesTaken: number): Verdict {
  const kept = [...notes];
  if (framesTaken === 0) return { kind: "facts-only", notes: kept };
  if (kept.some((note) => note.code === "not-a-web-page")) return { kind: "visible-part-only", notes: kept };
  if (kept.some(isPartialReason)) return { kind: "partial", notes: kept };
  if (kept.some(({ code }) => !includes(quietNotes, code)))
    return { kind: "complete-with-notes", notes: kept };
  return { kind: "complete", notes: kept };
}

/** Why the walk over a surface ended before its end; null when it did not. */
export function endReasonIn(notes: readonly CaptureNote[], surface: number): NoteCode | null {
  const early = notes.find(
    ({ code, surface: place = 0 }) =>
      place === surface && !includes(partsMissing, code) && includes(partialReasons, code),
  );
  return early?.code ?? null;
}

function isPartialReason(note: CaptureNote): boolean {
  if (note.code === "inner-scroller") return note.detail === "primary";
  return includes(partialReasons, note.code);
}

function includes(codes: readonly NoteCode[], code: NoteCode): boolean {
  return codes.includes(code);
}
