/** Every message there is: who may send it, who answers it, what it asks, what comes back. */
import { failureCodes } from "../base/failure.ts";
import { z } from "../base/schema.ts";
import { CaptureOutcome } from "../capture/capture-outcome.ts";
import { Census } from "../capture/frame.ts";
import { mostPoints, Painted, Point } from "../capture/mask/painted.ts";
import { PaneChoice, PaneList } from "../capture/pane/scroller.ts";
import { MarkPath, Pointed, pointingEnds } from "../capture/pointing/pointed.ts";
import { PageReading } from "../capture/page-reading.ts";
import { PageViews } from "../capture/views/page-views.ts";
import { Reach } from "../capture/reach.ts";
import { CapsChosen } from "../capture/capture-limits.ts";
import { FrameAnswer, FrameRequest } from "../capture/shutter.ts";
import { fieldNames } from "../platforms/field.ts";

/** `ui` is a page of ours, `worker` our background, `content` the driver in somebody's page. */
export const senders = ["ui", "worker", "content"] as const;
export type Sender = (typeof senders)[number];

const CaptureRef = z.object({ captureId: z.uuid(), nonce: z.string().check(z.maxLength(64)) });

export const CaptureStart = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("started"), captureId: z.uuid() }),
  z.object({ kind: z.literal("refused"), code: z.enum(failureCodes) }),
]);
export type CaptureStart = z.infer<typeof CaptureStart>;

const pointingToken = z.string().check(z.minLength(32), z.maxLength(64));
const PointingRef = z.object({ token: pointingToken });

/** `no-page`: no tab shows the item's address, or none that the person pressed the button on. */
export const PointStart = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("started"), tabId: z.int() }),
  z.object({ kind: z.literal("refused"), because: z.enum(["no-page", "page-refuses", "already-capturing"]) }),
]);
export type PointStart = z.infer<typeof PointStart>;

export const contract = {
  /** Which inner scrollers the page in this tab has; null where the browser lets no extension in. */
  "panes.list": {
    from: ["ui"],
    to: "worker",
    request: z.object({ tabId: z.int() }),
    response: z.nullable(PaneList),
  },
  /** Keep the page in this tab, for this case. */
  "capture.start": {
    from: ["ui"],
    to: "worker",
    request: z.object({
      tabId: z.int(),
      caseId: z.uuid(),
      reach: z.optional(Reach),
      wantsPageFile: z.optional(z.boolean()),
      panes: PaneChoice,
      /** Hide pictures although the case would let them be kept; nothing can ask for the opposite. */
      alsoMask: z.optional(z.boolean()),
    }),
    response: CaptureStart,
  },
  /** Keep only the address and the time, where no picture can or may be taken. */
  "capture.note": {
    from: ["ui"],
    to: "worker",
    request: z.object({ tabId: z.int(), caseId: z.uuid() }),
    response: CaptureStart,
  },
  /** Keep what is there of captures whose page, popup or worker went away. */
  "capture.recover": { from: ["ui"], to: "worker", request: z.null(), response: z.null() },
  "capture.read": {
    from: ["content"],
    to: "worker",
    request: z.object({ ...CaptureRef.shape, reading: PageReading }),
    response: z.null(),
  },
  /** Words, links, addresses of pictures and the static copy: as found, and again after the last frame. */
  "capture.views": {
    from: ["content"],
    to: "worker",
    request: z.object({ ...CaptureRef.shape, views: PageViews }),
    response: z.null(),
  },
  /** Answered by the popup over its port while it is open, else by the worker. */
  "frame.take": { from: ["content"], to: "shutter", request: FrameRequest, response: FrameAnswer },
  /** The page has fonts of its own: in a masked capture its words must be drawn in the fonts of the device. */
  "mask.fonts": { from: ["content"], to: "worker", request: CaptureRef, response: z.null() },
  /** The mask failed: nothing with a picture may stay. */
  "frame.drop": { from: ["content"], to: "worker", request: CaptureRef, response: z.null() },
  "capture.finish": {
    from: ["content"],
    to: "worker",
    request: z.object({ ...CaptureRef.shape, outcome: CaptureOutcome }),
    response: z.null(),
  },
  /** Draw what is missing of the pictures; answered by the page that draws, when all of it is there. */
  "capture.compose": {
    // To its pages the worker looks like one of them.
    from: ["ui", "worker"],
    to: "composer",
    request: z.object({ captureId: z.uuid() }),
    response: z.null(),
  },
  /** All pictures of this capture are drawn: wakes a worker that was killed while it waited. */
  "capture.composed": {
    from: ["ui"],
    to: "worker",
    request: z.object({ captureId: z.uuid() }),
    response: z.null(),
  },
  /** Let the person point at this field's value in the page the item was kept from. Ends a pointing before. */
  "point.start": {
    from: ["ui"],
    to: "worker",
    request: z.object({ itemId: z.uuid(), field: z.enum(fieldNames) }),
    response: PointStart,
  },
  /** Ends it from our side, and forgets what was pointed at. */
  "point.stop": { from: ["ui"], to: "worker", request: z.null(), response: z.null() },
  /** Put the sheet in that lets nothing be pressed, with an outline around one element, or around none. */
  "point.cover": {
    from: ["content"],
    to: "worker",
    request: z.object({ ...PointingRef.shape, path: z.nullable(MarkPath) }),
    response: z.null(),
  },
  /** Take such a sheet out. It can be asked for when all is over: a sheet that is not there is removed without a word. */
  "point.uncover": {
    from: ["content"],
    to: "worker",
    request: z.object({ path: z.nullable(MarkPath) }),
    response: z.null(),
  },
  "point.chosen": {
    from: ["content"],
    to: "worker",
    request: z.object({ ...PointingRef.shape, pointed: Pointed }),
    response: z.null(),
  },
  "point.ended": {
    from: ["content"],
    to: "worker",
    request: z.object({ ...PointingRef.shape, because: z.enum(pointingEnds) }),
    response: z.null(),
  },
  "pointer.begin": { from: ["worker"], to: "pointer", request: PointingRef, response: z.null() },
  "pointer.there": { from: ["worker"], to: "pointer", request: z.null(), response: z.boolean() },
  "pointer.leave": { from: ["worker"], to: "pointer", request: z.null(), response: z.null() },
  "page.panes": { from: ["worker"], to: "page", request: z.null(), response: PaneList },
  "page.begin": {
    from: ["worker"],
    to: "page",
    request: z.object({
      ...CaptureRef.shape,
      maskToken: z.nullable(z.string()),
      reach: Reach,
      panes: PaneChoice,
      /** In place of the ones the driver has. */
      caps: CapsChosen,
    }),
    response: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("begun") }),
      z.object({ kind: z.literal("refused"), code: z.literal("already-capturing") }),
    ]),
  },
  "page.census": {
    from: ["worker", "ui"],
    to: "page",
    /** `sequence` is that of the frame that was just shot; without it somebody only asks whether the driver is there. */
    request: z.object({ ...CaptureRef.shape, sequence: z.optional(z.int()) }),
    response: Census,
  },
  /** Asked before the mask goes in: which elements have images from style sheets, while that can still be read. */
  "page.survey": { from: ["worker"], to: "page", request: CaptureRef, response: z.null() },
  /**
   * What the page says is painted at these points; the shot of this frame is compared with it. Null where the page has
   * been scrolled since the shot: it would tell of something else.
   */
  "page.painted": {
    from: ["worker", "ui"],
    to: "page",
    request: z.object({
      ...CaptureRef.shape,
      sequence: z.int(),
      points: z.array(Point).check(z.maxLength(4 * mostPoints)),
    }),
    response: z.nullable(z.array(Painted).check(z.maxLength(4 * mostPoints))),
  },
  /** The shot of this frame has no picture at a hidden place, and the page was the same after it: it may scroll on. */
  "page.checked": {
    from: ["worker", "ui"],
    to: "page",
    request: z.object({ ...CaptureRef.shape, sequence: z.int() }),
    response: z.null(),
  },
  "page.stop": { from: ["ui"], to: "page", request: CaptureRef, response: z.null() },
} as const satisfies Record<string, MessageRule>;

interface MessageRule {
  from: readonly Sender[];
  to: "worker" | "shutter" | "composer" | "page" | "pointer";
  request: z.ZodMiniType;
  response: z.ZodMiniType;
}

export type Kind = keyof typeof contract;
export type Request<K extends Kind> = z.infer<(typeof contract)[K]["request"]>;
export type Response<K extends Kind> = z.infer<(typeof contract)[K]["response"]>;

type KindTo<To extends MessageRule["to"]> = {
  [K in Kind]: (typeof contract)[K]["to"] extends To ? K : never;
}[Kind];

/** Leaving a handler out does not compile. */
export type Handlers<To extends MessageRule["to"]> = {
  [K in KindTo<To>]: (request: Request<K>, sender: MessageSender) => Promise<Response<K>>;
};

/** What the browser itself says about who sent a message; never what the message says. */
export interface MessageSender {
  sender: Sender;
  tabId: number | null;
  documentId: string | null;
}
