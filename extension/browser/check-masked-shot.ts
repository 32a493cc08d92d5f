/** The second wall around masked captures: looks at the shot itself before it may be stored. */
import { areExplained, checkBox } from "../../src/capture/mask/check-shot.ts";
import type { Census } from "../../src/capture/frame.ts";
import { mostHidden } from "../../src/capture/mask/hidden-box.ts";
import { mostPoints, type Painted, type Point } from "../../src/capture/mask/painted.ts";
import { type ProbedBox, probeBoxes } from "../../src/capture/mask/probe-points.ts";
import type { Shot } from "../../src/capture/mask/shot-pixels.ts";
import type { FrameRequest } from "../../src/capture/shutter.ts";
import { inTime } from "../device/in-time.ts";
import { sendToPage } from "./send.ts";

export interface MaskedShot {
  tabId: number;
  request: FrameRequest;
  /** Begun as soon as the shot was there. */
  decoded: Promise<ImageBitmap | null>;
  after: Census;
}

/** False when there is a picture at a hidden place, or when that cannot be told. */
export async function isShotWithoutPictures(shot: MaskedShot): Promise<boolean> {
  const { request, after } = shot;
  const hidden = [...(request.census.hidden ?? []), ...(after.hidden ?? [])];
  if (hidden.length > 2 * mostHidden) return false;
  const window = { width: after.innerWidth, height: after.innerHeight };
  const boxes = probeBoxes(eachOnce(hidden), window);
  if (boxes.length === 0) return true;
  const painted = await ask(
    shot,
    boxes.flatMap(({ points }) => points),
  );
  return painted !== null && (await areBoxesQuiet(shot, boxes, painted));
}

async function areBoxesQuiet(shot: MaskedShot, boxes: ProbedBox[], painted: Painted[]): Promise<boolean> {
  const pixels = await pixelsOf(shot);
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

async function ask(
  { tabId, request: { captureId, nonce } }: MaskedShot,
  points: Point[],
): Promise<Painted[] | null> {
  if (points.length > mostPoints * 4) return null;
  return inTime(sendToPage(tabId)("page.painted", { captureId, nonce, points }));
}

async function pixelsOf({ decoded, request }: MaskedShot): Promise<Shot | null> {
  const bitmap = await decoded;
  if (!bitmap) return null;
  const { width, height } = bitmap;
  const brush = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  brush?.drawImage(bitmap, 0, 0);
  bitmap.close();
  if (!brush) return null;
  return {
    width,
    height,
    data: brush.getImageData(0, 0, width, height).data,
    ratio: request.census.devicePixelRatio,
  };
}

/** Before and after the same boxes stand at the same places, nearly always. */
function eachOnce<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
