/** The second wall around masked captures: looks at the shot itself before it may be stored. */
import { areExplained, checkBox } from "../../src/capture/mask/check-shot.ts";
import type { Census } from "../../src/capture/frame.ts";
import { mostHidden } from "../../src/capture/mask/hidden-box.ts";
import { mostPoints, type Painted, type Point } from "../../src/capture/mask/painted.ts";
import { type ProbedBox, probeBoxes } from "../../src/capture/mask/probe-points.ts";
import type { FrameRequest } from "../../src/capture/shutter.ts";
import { inTime } from "../device/in-time.ts";
import { sendToPage } from "./send.ts";
import { shotPart } from "./shot-part.ts";

/** A check under way: what the page says is painted where something is hidden is asked while the shot is taken. */
interface AskedCheck {
  tabId: number;
  request: FrameRequest;
  boxes: readonly ProbedBox[];
  painted: Promise<Said>;
}

interface TakenShot extends AskedCheck {
  bytes: Uint8Array<ArrayBuffer>;
  /** The look at the page after the shot. */
  after: Census;
}

export function askWhileShooting(tabId: number, request: FrameRequest): AskedCheck {
  const window = { width: request.census.innerWidth, height: request.census.innerHeight };
  const boxes = probeBoxes(eachOnce(request.census.hidden ?? []).slice(0, mostHidden), window);
  const painted =
    boxes.length > 0 ? ask({ tabId, request }, pointsOf(boxes)).catch(() => null) : Promise.resolve([]);
  return { tabId, request, boxes, painted };
}

/** `moved-on`: something could not be explained, and the page could not be asked about it any more. */
type Found = "nothing" | "picture" | "moved-on";

/**
 * `picture` also where that cannot be told. The shot is taken apart only now: the page may have scrolled on already, and
 * its waiting leaves the time for it; before, the look at the page would have been late (measured).
 */
export async function checkShot(shot: TakenShot): Promise<Found> {
  const { request, after, boxes } = shot;
  const before = request.census.hidden ?? [];
  if (before.length + (after.hidden?.length ?? 0) > 2 * mostHidden || before.length > mostHidden)
    return "picture";
  const known = new Set(before.map((box) => JSON.stringify(box)));
  const fresh = eachOnce(after.hidden ?? []).filter((box) => !known.has(JSON.stringify(box)));
  const more = probeBoxes(fresh, { width: after.innerWidth, height: after.innerHeight });
  if (boxes.length + more.length === 0) return "nothing";
  const first = await shot.painted;
  const second = more.length > 0 ? await ask(shot, pointsOf(more)) : [];
  if (first === "moved-on" || second === "moved-on") return "moved-on";
  if (first === null || second === null) return "picture";
  return foundIn(shot, [...boxes, ...more], [...first, ...second]);
}

async function foundIn(shot: TakenShot, boxes: ProbedBox[], painted: Painted[]): Promise<Found> {
  const bitmap = await decode(shot.bytes);
  const pixels = bitmap && shotPart(bitmap, boxes, shot.request.census.devicePixelRatio);
  if (!pixels) return "picture";
  let at = 0;
  const doubts: Point[][] = [];
  for (const box of boxes) {
    const check = checkBox(pixels, box, painted.slice(at, at + box.points.length));
    at += box.points.length;
    if (check.kind === "picture") return "picture";
    if (check.kind === "doubt") doubts.push(check.points);
  }
  for (const points of doubts) {
    const said = await ask(shot, points);
    if (said === "moved-on") return "moved-on";
    if (!said || !areExplained(pixels, points, said)) return "picture";
  }
  return "nothing";
}

function pointsOf(boxes: readonly ProbedBox[]): Point[] {
  return boxes.flatMap(({ points }) => points);
}

/** Null where nobody answered in time, or where there are too many points. */
type Said = Painted[] | "moved-on" | null;

async function ask(
  { tabId, request: { captureId, nonce, sequence } }: Pick<AskedCheck, "tabId" | "request">,
  points: Point[],
): Promise<Said> {
  if (points.length > mostPoints * 4) return null;
  const asking = sendToPage(tabId)("page.painted", { captureId, nonce, sequence, points });
  return inTime(asking.then((painted) => painted ?? "moved-on"));
}

async function decode(bytes: Uint8Array<ArrayBuffer>): Promise<ImageBitmap | null> {
  return createImageBitmap(new Blob([bytes], { type: "image/png" })).catch(() => null);
}

/** Before and after the same boxes stand at the same places, nearly always. */
function eachOnce<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
