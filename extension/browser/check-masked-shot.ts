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

/** A check under way: what was hidden before the shot is asked about while the shot is taken apart. */
export interface BegunCheck {
  tabId: number;
  request: FrameRequest;
  bytes: Uint8Array<ArrayBuffer>;
  boxes: readonly ProbedBox[];
  painted: Promise<Painted[] | null>;
  bitmap: Promise<ImageBitmap | null> | null;
}

/** Where nothing was hidden there is nothing to take apart yet. */
export function beginCheck(shot: Pick<BegunCheck, "tabId" | "request" | "bytes">): BegunCheck {
  const { request, bytes } = shot;
  const window = { width: request.census.innerWidth, height: request.census.innerHeight };
  const boxes = probeBoxes(eachOnce(request.census.hidden ?? []).slice(0, mostHidden), window);
  return {
    ...shot,
    boxes,
    painted: boxes.length > 0 ? ask(shot, pointsOf(boxes)).catch(() => null) : Promise.resolve([]),
    bitmap: boxes.length > 0 ? decode(bytes) : null,
  };
}

/** False when there is a picture at a hidden place, or when that cannot be told. `after` is the look after the shot. */
export async function isShotWithoutPictures(shot: BegunCheck & { after: Census }): Promise<boolean> {
  const { request, after, boxes } = shot;
  const before = request.census.hidden ?? [];
  if (before.length + (after.hidden?.length ?? 0) > 2 * mostHidden || before.length > mostHidden)
    return false;
  const known = new Set(before.map((box) => JSON.stringify(box)));
  const fresh = eachOnce(after.hidden ?? []).filter((box) => !known.has(JSON.stringify(box)));
  const more = probeBoxes(fresh, { width: after.innerWidth, height: after.innerHeight });
  if (boxes.length + more.length === 0) return true;
  const [first, second] = [await shot.painted, more.length > 0 ? await ask(shot, pointsOf(more)) : []];
  return first !== null && second !== null && areBoxesQuiet(shot, [...boxes, ...more], [...first, ...second]);
}

async function areBoxesQuiet(shot: BegunCheck, boxes: ProbedBox[], painted: Painted[]): Promise<boolean> {
  const bitmap = await (shot.bitmap ?? decode(shot.bytes));
  const pixels = bitmap && shotPart(bitmap, boxes, shot.request.census.devicePixelRatio);
  if (!pixels) return false;
  let at = 0;
  const doubts: Point[][] = [];
  for (const box of boxes) {
    const check = checkBox(pixels, box, painted.slice(at, at + box.points.length));
    at += box.points.length;
    if (check.kind === "picture") return false;
    if (check.kind === "doubt") doubts.push(check.points);
  }
  for (const points of doubts) {
    const said = await ask(shot, points);
    if (!said || !areExplained(pixels, points, said)) return false;
  }
  return true;
}

function pointsOf(boxes: readonly ProbedBox[]): Point[] {
  return boxes.flatMap(({ points }) => points);
}

async function ask(
  { tabId, request: { captureId, nonce } }: Pick<BegunCheck, "tabId" | "request">,
  points: Point[],
): Promise<Painted[] | null> {
  if (points.length > mostPoints * 4) return null;
  return inTime(sendToPage(tabId)("page.painted", { captureId, nonce, points }));
}

async function decode(bytes: Uint8Array<ArrayBuffer>): Promise<ImageBitmap | null> {
  return createImageBitmap(new Blob([bytes], { type: "image/png" })).catch(() => null);
}

/** Before and after the same boxes stand at the same places, nearly always. */
function eachOnce<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
