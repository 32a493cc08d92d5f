/** Looks for markers of the masking corpus in pictures. */
import { PNG } from "pngjs";
import { colourOf, isMarkerLike, type Rgb } from "../pages/masking/marker.ts";
import type { StoredPiece } from "./everything-stored.ts";

/** Pixels with anything of a marker in them. */
export function markerLikePixels({ data }: PNG): number {
  let count = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (isMarkerLike([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0])) count += 1;
  }
  return count;
}

/** Which of these markers have at least one pixel of their colour; a blend of two equal colours is off by one. */
export function markersIn({ data }: PNG, indexes: readonly number[]): number[] {
  const seen = new Set<number>();
  for (let at = 0; at < data.length; at += 4) {
    seen.add(packed([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]));
  }
  const colours = Array.from(seen, unpacked).filter(isMarkerLike);
  return indexes.filter((index) => colours.some((colour) => isNear(colour, colourOf(index))));
}

function isNear(one: Rgb, other: Rgb): boolean {
  return one.every((part, at) => Math.abs(part - (other[at] ?? 0)) <= 1);
}

function packed([red, green, blue]: Rgb): number {
  return (red << 16) | (green << 8) | blue;
}

function unpacked(colour: number): Rgb {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export function picturesAmong(pieces: readonly StoredPiece[]): { place: string; png: PNG }[] {
  return pieces
    .filter(({ bytes }) => bytes.subarray(0, 8).equals(pngSignature))
    .map(({ place, bytes }) => ({ place, png: PNG.sync.read(bytes) }));
}
