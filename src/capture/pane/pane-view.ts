/** What an inner scroller showed while a frame was taken: its window in the frame and the rows in view. */
import { Rectangle } from "../../base/rectangle.ts";
import { z } from "../../base/schema.ts";

/** More rows than any window can show, and more words than any window can hold. */
export const paneViewLimits = {
  rows: 400,
  textCharacters: 4_000,
  /** Of all rows of one view together. */
  viewCharacters: 64_000,
  nameCharacters: 200,
  quoteCharacters: 1_000,
  numberCharacters: 128,
  covers: 32,
} as const;

const name = z.string().check(z.maxLength(paneViewLimits.nameCharacters));
const number = z.string().check(z.maxLength(paneViewLimits.numberCharacters));

/** What stands in a row beside its words. */
export const rowMediaKinds = ["image", "video", "audio"] as const;
export type RowMediaKind = (typeof rowMediaKinds)[number];

export const PaneRow = z.object({
  /** Says which row this is by what it says (`row-key.ts`). Nodes are used again for other rows, so none is a key. */
  key: z.string().check(z.maxLength(64)),
  /** What the page itself numbers the row by, where it does; null where it does not. */
  mark: z.nullable(z.string().check(z.maxLength(64))),
  /** The whole row, also where it reaches out of the clip. */
  box: Rectangle,
  text: z.string().check(z.maxLength(paneViewLimits.textCharacters)),
  /** Name and time as the row itself shows them; null where it does not, never taken from a neighbour. */
  sender: z.nullable(name),
  time: z.nullable(z.object({ machine: z.nullable(name), shown: name })),
  /** `aria-posinset`, `aria-rowindex` or `data-index`, as found. */
  position: z.nullable(z.int()),
  /** Pictures larger than anybody's portrait, films and sounds; left out where there is none. */
  media: z.optional(z.array(z.enum(rowMediaKinds)).check(z.maxLength(20))),
  /** The page's own number of the message; left out where it has none. */
  messageId: z.optional(number),
  /** What the row quotes of the message it answers, and that message's number where the page has it. */
  reply: z.optional(
    z.object({
      sender: z.nullable(name),
      text: z.string().check(z.maxLength(paneViewLimits.quoteCharacters)),
      messageId: z.nullable(number),
    }),
  ),
  /** A mark of its own in the row that says so. */
  isEdited: z.optional(z.literal(true)),
  isDeleted: z.optional(z.literal(true)),
});
export type PaneRow = z.infer<typeof PaneRow>;

export const headings = ["up", "down"] as const;
export type Heading = (typeof headings)[number];

/** Boxes are CSS pixels from the top left corner of the window, scroll lengths the scroller's own CSS pixels. */
export const PaneView = z.object({
  /** The part of the window in which the scroller's content shows. */
  clip: Rectangle,
  /** Offset at the very top: 0, or negative where the scroller is filled from its end. */
  originY: z.number(),
  scrollX: z.number(),
  scrollY: z.number(),
  scrollWidth: z.number(),
  scrollHeight: z.number(),
  /** Height of the scroller's own window; the clip is smaller where the browser's window cuts it. */
  clientHeight: z.number(),
  /** Which way the walk was going; null for the first look. */
  heading: z.nullable(z.enum(headings)),
  /** Rows in view, in the order in which they are drawn. */
  rows: z.array(PaneRow).check(z.maxLength(paneViewLimits.rows)),
  /** What stands in front of the scroller without being part of it, e.g. a button that leads back to the end. */
  covers: z.array(Rectangle).check(z.maxLength(paneViewLimits.covers)),
  /** How many rows there are, in the page's own words. */
  statedRows: z.nullable(z.int()),
  /** Where it says so: an attribute, or a heading (`stated`). */
  statedBy: z.optional(z.enum(["aria-setsize", "aria-rowcount", "aria-posinset", "stated"])),
});
export type PaneView = z.infer<typeof PaneView>;

/** Rounding of scroll offsets. */
const tolerance = 1;

export function isAtTop({ scrollY, originY }: PaneView): boolean {
  return scrollY - originY <= tolerance;
}

export function isAtBottom({ scrollY, originY, scrollHeight, clientHeight }: PaneView): boolean {
  return scrollY - originY + clientHeight >= scrollHeight - tolerance;
}

/** Less than this share of the window below: who opens a list there opens it at its end. */
const nearShare = 0.5;

/** At the bottom, give or take a few rows that came since it was opened. */
export function isNearBottom({ scrollY, originY, scrollHeight, clientHeight }: PaneView): boolean {
  return scrollHeight - clientHeight - (scrollY - originY) <= clientHeight * nearShare;
}

/** Whether there is nothing further that way, as far as the offsets say. */
export function isAtEnd(view: PaneView, heading: Heading): boolean {
  return heading === "up" ? isAtTop(view) : isAtBottom(view);
}
