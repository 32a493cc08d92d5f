/** The pixels of a shot around some boxes: reading more of them is what a check would take longest for. */
import type { ProbedBox } from "../../src/capture/mask/probe-points.ts";
import type { Shot } from "../../src/capture/mask/shot-pixels.ts";

/** `ratio` is device pixels to a CSS pixel. Closes the bitmap. Null where the browser gives no pixels. */
export function shotPart(bitmap: ImageBitmap, boxes: readonly ProbedBox[], ratio: number): Shot | null {
  const left = Math.max(0, Math.floor(Math.min(...boxes.map(({ inView }) => inView.x)) * ratio));
  const top = Math.max(0, Math.floor(Math.min(...boxes.map(({ inView }) => inView.y)) * ratio));
  const right = Math.max(...boxes.map(({ inView }) => inView.x + inView.width)) * ratio;
  const bottom = Math.max(...boxes.map(({ inView }) => inView.y + inView.height)) * ratio;
  const width = Math.min(bitmap.width, Math.ceil(right)) - left;
  const height = Math.min(bitmap.height, Math.ceil(bottom)) - top;
  const isInside = width > 0 && height > 0;
  const brush = isInside
    ? new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true })
    : null;
  brush?.drawImage(bitmap, -left, -top);
  bitmap.close();
  return brush && { left, top, width, height, data: brush.getImageData(0, 0, width, height).data, ratio };
}
