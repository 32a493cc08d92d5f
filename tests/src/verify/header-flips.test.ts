/** Every byte of the container's own records is held: sizes, dates, attributes, counts, offsets. */
import { expect, test } from "vitest";
import { smallBundle, unseenFlips } from "./bit-flips.ts";

/** Places of a signature, by which the headers can be reached whatever their number. */
function placesOf(bytes: Uint8Array, signature: string): number[] {
  const file = Buffer.from(bytes);
  const places: number[] = [];
  for (let at = file.indexOf(signature); at !== -1; at = file.indexOf(signature, at + 1)) places.push(at);
  return places;
}

/** The lowest, a middle and the highest bit of each byte. */
function bitsOf(start: number, length: number): number[] {
  return Array.from({ length }, (_, index) => start + index).flatMap((byte) => [
    byte * 8,
    byte * 8 + 4,
    byte * 8 + 7,
  ]);
}

test("a flipped bit in any byte of a local header, a central header or the end record is found", async () => {
  const bytes = await smallBundle(true);
  const locals = placesOf(bytes, "PK\u0003\u0004");
  const centrals = placesOf(bytes, "PK\u0001\u0002");
  const end = placesOf(bytes, "PK\u0005\u0006").at(-1) ?? 0;
  expect(centrals).toHaveLength(locals.length);
  expect(end + 22).toBe(bytes.length);
  const bits = [...bitsOf(locals[3] ?? 0, 30), ...bitsOf(centrals.at(-3) ?? 0, 46), ...bitsOf(end, 22)];
  expect(await unseenFlips(bytes, bits)).toEqual([]);
});
