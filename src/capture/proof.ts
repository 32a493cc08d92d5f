/** What a capture proves about itself: six clauses, each with its figures, so that nothing has to be believed. */
import { Sha256 } from "../base/digest.ts";
import { z } from "../base/schema.ts";
import { noteCodes } from "./verdict.ts";

/** `not-checked` is said of what could have been compared and was not; it is never as good as `holds`. */
export const clauseStates = ["holds", "fails", "not-applicable", "not-checked"] as const;
const ClauseState = z.enum(clauseStates);
export type ClauseState = z.infer<typeof ClauseState>;

const count = z.int().check(z.nonnegative());

/** Two frames that show the same rows of a surface, and how many of these are the same pixel for pixel. */
export const SharedRows = z.object({
  surface: count,
  first: count,
  second: count,
  /** Rows compared: outside what moves by itself and what stands in front. */
  rows: count,
  equalRows: count,
});
export type SharedRows = z.infer<typeof SharedRows>;

/** Two frames of a pane, the second placed by what it shares with the first. */
export const AnchorRows = z.object({
  surface: count,
  first: count,
  second: count,
  /** Rows that stand in both as one is placed; 0 where the offset alone says so. */
  rows: count,
  by: z.enum(["rows", "offset"]),
});
export type AnchorRows = z.infer<typeof AnchorRows>;

/** `reached`, or why the walk over the surface ended or began elsewhere. */
const EndReason = z.enum(["reached", ...noteCodes]);
export type EndReason = z.infer<typeof EndReason>;

export const SurfaceEnds = z.object({ surface: count, first: EndReason, last: EndReason });
export type SurfaceEnds = z.infer<typeof SurfaceEnds>;

/** A number the page gives of itself, beside what was seen. */
export const CrossCount = z.object({
  surface: count,
  source: z.enum(["aria-setsize", "aria-rowcount", "aria-posinset", "stated"]),
  stated: count,
  seen: count,
});
export type CrossCount = z.infer<typeof CrossCount>;

export const Proof = z.object({
  /** Every place of every surface is in a frame. Device pixels. */
  coverage: z.object({
    clause: z.literal("P1"),
    state: ClauseState,
    surfaces: z.array(
      z.object({
        surface: count,
        pixels: count,
        /** In a frame with nothing in front. */
        shown: count,
        /** In frames only with something in front. */
        hidden: count,
        /** In no frame. */
        missing: count,
      }),
    ),
  }),
  /** Neighbouring frames show the same rows where they overlap. */
  continuity: z.object({
    clause: z.literal("P2"),
    state: ClauseState,
    pairs: z.array(SharedRows).check(z.maxLength(10_000)),
    /** Frames that share no row with an earlier one that could be compared: all of it moves or is covered. */
    unlinked: z.array(count),
    /** Left out where there is no pane. */
    anchors: z.optional(z.array(AnchorRows).check(z.maxLength(10_000))),
  }),
  /** The walk went from one end to the other. */
  ends: z.object({ clause: z.literal("P3"), state: ClauseState, surfaces: z.array(SurfaceEnds) }),
  /** The page was the same before and after each shot. */
  stability: z.object({
    clause: z.literal("P4"),
    state: ClauseState,
    frames: count,
    retakes: count,
    unstable: z.array(count),
  }),
  /** Numbers the page gives of itself agree with what was seen. */
  crossCounts: z.object({ clause: z.literal("P5"), state: ClauseState, counts: z.array(CrossCount) }),
  /** SHA-256 of the list of all files, and of the recipe (canonical JSON of both). */
  integrity: z.object({
    clause: z.literal("P6"),
    state: ClauseState,
    files: count,
    filesSha256: Sha256,
    recipeSha256: Sha256,
  }),
});
export type Proof = z.infer<typeof Proof>;
