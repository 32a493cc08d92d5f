/** Looks for markers of the masking corpus in pictures. */
import { createHash } from "node:crypto";
import { PNG } from "pngjs";
import { colourOf, isMarkerLike, type Rgb } from "../pages/masking/marker.ts";
import type { StoredPiece } from "./everything-stored.ts";

/** Pixels with anything of a marker in them. */
export function markerLikePixels({ data }: PNG): number {
  let count = 0;
  let [last, isLike] = [-1, false];
  for (let at = 0; at < data.length; at += 4) {
    const colour = packedAt(data, at);
    // Most pixels are as their neighbour.
    if (colour !== last) [last, isLike] = [colour, isMarkerLike(unpacked(colour))];
    if (isLike) count += 1;
  }
  return count;
}

/** Which of these markers have at least one pixel of their colour; a blend of two equal colours is off by one. */
export function markersIn({ data }: PNG, indexes: readonly number[]): number[] {
  const seen = new Set<number>();
  let last = -1;
  for (let at = 0; at < data.length; at += 4) {
    const colour = packedAt(data, at);
    if (colour !== last) seen.add(colour);
    last = colour;
  }
  const colours = Array.from(seen, unpacked).filter(isMarkerLike);
  return indexes.filter((index) => colours.some((colour) => isNear(colour, colourOf(index))));
}

function isNear(one: Rgb, other: Rgb): boolean {
  return one.every((part, at) => Math.abs(part - (other[at] ?? 0)) <= 1);
}

function packedAt(data: Buffer, at: number): number {
  return ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
}

function unpacked(colour: number): Rgb {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A frame lies in the database and in the bundle: equal bytes are decoded once. */
export function picturesAmong(pieces: readonly StoredPiece[]): { place: string; png: PNG }[] {
  const decoded = new Map<string, PNG>();
  return pieces
    .filter(({ bytes }) => bytes.subarray(0, 8).equals(pngSignature))
    .map(({ place, bytes }) => {
      const digest = createHash("sha256").update(bytes).digest("hex");
      const png = decoded.get(digest) ?? PNG.sync.read(bytes);
      decoded.set(digest, png);
      return { place, png };
    });
}
