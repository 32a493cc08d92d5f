/** Whether a colour in a shot is what the page's plain boxes and words come to, or something else: a picture. */
import type { Painted, Rgb } from "./painted.ts";

/** Rounding, and what a display's profile does to a colour: nothing to greys, some to strong colours (allowance). */
const tolerance = 10;
const toleranceOfChroma = 0.2;

export type Palette = Pick<Painted, "grounds" | "inks">;

/** A ground or an ink as it is. */
export function isPlain(colour: Rgb, { grounds, inks }: Palette): boolean {
  return [...grounds, ...inks].some((plain) => isBetween(colour, plain, plain));
}

/** A ground, an ink, or the edge of one on the other. */
export function isExplained(colour: Rgb, { grounds, inks }: Palette): boolean {
  const tops = [...grounds, ...inks];
  return grounds.some((ground) => tops.some((top) => isBetween(colour, ground, top)));
}

/** Letters may be drawn in thirds of pixels: then each channel is somewhere between ground and ink by itself. */
export function isEdgeOfLetter(colour: Rgb, { grounds, inks }: Palette): boolean {
  return grounds.some((ground) => inks.some((ink) => isWithin(colour, ground, ink)));
}

/** A scrim over the whole box that takes no clicks is not seen by the page's own test of what stands there. */
export function isShadeOf(colour: Rgb, { grounds }: Palette): boolean {
  const ends: Rgb[] = [
    [0, 0, 0],
    [255, 255, 255],
  ];
  return grounds.some((ground) => ends.some((end) => isBetween(colour, ground, end)));
}

function isWithin(colour: Rgb, one: Rgb, other: Rgb): boolean {
  return colour.every((part, at) => {
    const [low, high] = [Math.min(one[at] ?? 0, other[at] ?? 0), Math.max(one[at] ?? 0, other[at] ?? 0)];
    return part >= low - tolerance && part <= high + tolerance;
  });
}

/** On the straight line from one to the other, with some tolerance beside it. */
function isBetween(colour: Rgb, from: Rgb, to: Rgb): boolean {
  const way = minus(to, from);
  const length = dot(way, way);
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, dot(minus(colour, from), way) / length));
  const allowed = tolerance + toleranceOfChroma * Math.max(chroma(from), chroma(to));
  return colour.every((part, at) => Math.abs(part - (from[at] ?? 0) - share * (way[at] ?? 0)) <= allowed);
}

function minus(one: Rgb, other: Rgb): Rgb {
  return [one[0] - other[0], one[1] - other[1], one[2] - other[2]];
}

function dot(one: Rgb, other: Rgb): number {
  return one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
}

function chroma(colour: Rgb): number {
  return Math.max(...colour) - Math.min(...colour);
}
