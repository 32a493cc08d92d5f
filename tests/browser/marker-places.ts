/** Where markers of the masking corpus lie among what was written: as pixels, as text, as base64. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { corpus } from "../pages/masking/corpus.ts";
import { placesOf, type StoredPiece } from "./everything-stored.ts";
import { markerLikePixels, picturesAmong } from "./marker-search.ts";

export function markersFound(pieces: readonly StoredPiece[]): string[] {
  const pixels = picturesAmong(pieces)
    .filter(({ png }) => markerLikePixels(png) > 0)
    .map(({ place }) => `${place}: pixels`);
  // One search for what all tokens share, and which it is only where that is found.
  const suspects = pieces.filter((piece) => placesOf("keepleaf-marker-", [piece]).length > 0);
  const bytes = corpus.flatMap(({ marker: { token } }) =>
    placesOf(token, suspects).map((place) => `${place}: ${token}`),
  );
  return [...pixels, ...bytes];
}

export function filesBelow(folder: string): StoredPiece[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => ({ place: `bundle ${name}`, bytes: readFileSync(join(folder, name)) }));
}
