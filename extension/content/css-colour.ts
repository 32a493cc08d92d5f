/** CSS colours as numbers. */
import type { Rgb } from "../../src/capture/mask/painted.ts";

/** Red, green and blue from 0 to 255, alpha from 0 to 1. */
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

const known = new Map<string, Rgba>();
let brush: OffscreenCanvasRenderingContext2D | null = null;

/** A computed colour in whatever notation; transparent where the browser does not know it. */
export function colourOf(css: string): Rgba {
  const seen = known.get(css);
  if (seen) return seen;
  const colour = fromNotation(css) ?? drawn(css);
  known.set(css, colour);
  return colour;
}

/** The notation that nearly every computed colour has. */
function fromNotation(css: string): Rgba | null {
  const parts = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(css);
  if (!parts) return null;
  const [, red, green, blue, alpha = "1"] = parts;
  return [Number(red), Number(green), Number(blue), Number(alpha)];
}

/** Other notations are drawn on a canvas that is in no page. */
function drawn(css: string): Rgba {
  brush ??= new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  if (!brush) return [0, 0, 0, 0];
  brush.clearRect(0, 0, 1, 1);
  brush.fillStyle = "transparent";
  brush.fillStyle = css;
  brush.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = brush.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

export function blend(below: Rgb, [red, green, blue, alpha]: Rgba): Rgb {
  const mix = (under: number, over: number) => Math.round(under + (over - under) * Math.min(1, alpha));
  return [mix(below[0], red), mix(below[1], green), mix(below[2], blue)];
}
