/** One flipped bit anywhere in a bundle is found. */
import { expect, test } from "vitest";
import { verifyBundle } from "../../../src/verify/verify-bundle.ts";
import { smallBundle, spreadBits, unseenFlips } from "./bit-flips.ts";

test("a thousand single bits, spread over the whole file: a thousand found", async () => {
  const bytes = await smallBundle(false);
  expect((await verifyBundle(new Blob([bytes]))).findings).toEqual([]);
  const bits = spreadBits(bytes.length, 1_000, 20_261_121);
  expect(new Set(bits).size).toBe(1_000);
  expect(await unseenFlips(bytes, bits)).toEqual([]);
});
