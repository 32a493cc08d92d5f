/** Before anything is packed: what is too much for one bundle is said, and progress is told no faster than it is read. */
import { expect, it } from "vitest";
import { bundleShare } from "../../extension/library/bundle-share.ts";
import { withTimeLeft } from "../../extension/library/use-packing.ts";
import type { StoredItem } from "../../src/evidence/evidence-store.ts";
import { sampleCase } from "../src/bundle/sample-case.ts";
import { moment } from "../src/bundle/sample-item.ts";

const [item] = (await sampleCase({ about: "adult", items: [{}] })).items;
if (!item) throw new Error("a case has an item");

function stored(sizeBytes: number, files: number): StoredItem {
  const [file] = item?.files ?? [];
  if (!item || !file) throw new Error("an item has files");
  const many = Array.from({ length: files }, () => ({ ...file, sizeBytes }));
  return { item: { ...item, files: many }, readBackAt: moment("2026-11-21T11:31:05.123Z") };
}

it("calls a bundle of more than 4 GB, or of more than 20,000 files, too large", () => {
  const gigabyte = 1024 ** 3;
  expect(
    bundleShare(
      "police",
      Array.from({ length: 3 }, () => stored(gigabyte, 1)),
    ).isTooLarge,
  ).toBe(false);
  expect(
    bundleShare(
      "police",
      Array.from({ length: 4 }, () => stored(gigabyte, 1)),
    ).isTooLarge,
  ).toBe(true);
  expect(
    bundleShare(
      "police",
      Array.from({ length: 15 }, () => stored(1, 1_300)),
    ).isTooLarge,
  ).toBe(false);
  expect(
    bundleShare(
      "police",
      Array.from({ length: 16 }, () => stored(1, 1_300)),
    ).isTooLarge,
  ).toBe(true);
  // Whoever gets no pictures gets them however large they are.
  expect(
    bundleShare(
      "school",
      Array.from({ length: 4 }, () => stored(gigabyte, 1)),
    ).isTooLarge,
  ).toBe(false);
});

it("tells progress five times a second, and each new step and the end always", () => {
  let nowMs = 0;
  const told: number[] = [];
  const tell = withTimeLeft(
    () => nowMs,
    ({ filesDone }) => told.push(filesDone),
  );
  for (let file = 1; file <= 1_000; file += 1) {
    nowMs += 1;
    tell({ step: "reading", filesDone: file, filesTotal: 1_000, share: file / 1_000 });
  }
  expect(told).toHaveLength(6);
  expect(told.at(-1)).toBe(1_000);
  for (const filesDone of [1, 2]) tell({ step: "checking", filesDone, filesTotal: 2, share: 0.5 });
  expect(told.slice(6)).toEqual([1]);
});
