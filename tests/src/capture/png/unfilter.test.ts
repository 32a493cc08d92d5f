/** Undoing the filters the quick way, against the PNG specification (9.2 to 9.4) word by word. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { type FilteredRow, unfilter } from "../../../../src/capture/png/unfilter.ts";

function paeth(left: number, above: number, aboveLeft: number): number {
  const estimate = left + above - aboveLeft;
  const [fromLeft, fromAbove, fromAboveLeft] = [left, above, aboveLeft].map((one) =>
    Math.abs(estimate - one),
  ) as [number, number, number];
  if (fromLeft <= fromAbove && fromLeft <= fromAboveLeft) return left;
  return fromAbove <= fromAboveLeft ? above : aboveLeft;
}

const predictions = [
  () => 0,
  (left: number) => left,
  (_: number, above: number) => above,
  (left: number, above: number) => Math.floor((left + above) / 2),
  paeth,
];

function undoneByTheBook({ filter, row, above, channels }: FilteredRow): Uint8Array {
  const undone = new Uint8Array(row.length);
  const at = (samples: Uint8Array, index: number) => (index < 0 ? 0 : (samples[index] ?? 0));
  for (let index = 0; index < row.length; index += 1) {
    const left = at(undone, index - channels);
    const predicted = predictions[filter]?.(left, at(above, index), at(above, index - channels)) ?? 0;
    undone[index] = at(row, index) + predicted;
  }
  return undone;
}

it.each([3, 4] as const)("every filter is undone as the specification says, %s bytes a pixel", (channels) => {
  const sample = fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 127, 128, 254, 255));
  const pixels = fc.array(fc.tuple(sample, sample), { minLength: channels * 9, maxLength: channels * 9 });
  fc.assert(
    fc.property(fc.nat(4), pixels, fc.nat(8), (filter, samples, cut) => {
      const used = samples.slice(0, channels * (9 - cut));
      const row = Uint8Array.from(used, ([one]) => one);
      const above = Uint8Array.from(used, ([, other]) => other);
      const expected = undoneByTheBook({ filter, row, above, channels });
      unfilter({ filter, row, above, channels });
      expect(row).toEqual(expected);
    }),
    { numRuns: 2_000 },
  );
});

it("of all neighbours there can be, Paeth's is the nearest", () => {
  const above = new Uint8Array(6);
  const row = new Uint8Array(6);
  let differing = 0;
  for (let left = 0; left < 256; left += 1) {
    for (let up = 0; up < 256; up += 1) {
      for (let aboveLeft = 0; aboveLeft < 256; aboveLeft += 3) {
        above.fill(aboveLeft, 0, 3).fill(up, 3);
        // The first pixel is what makes `left` come out.
        row.fill(left - aboveLeft, 0, 3).fill(0, 3);
        unfilter({ filter: 4, row, above, channels: 3 });
        if (row[5] !== paeth(left, up, aboveLeft)) differing += 1;
      }
    }
  }
  expect(differing).toBe(0);
});
