/** Archives that are made to burst cost little: measured in a program of its own, in bytes, processor time and memory. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { BombCost } from "./bombs.ts";

const program = fileURLToPath(new URL("./bombs.ts", import.meta.url));

function costs(): BombCost[] {
  const words = ["--expose-gc", "--import", import.meta.resolve("tsx"), program];
  return JSON.parse(execFileSync(process.execPath, words, { encoding: "utf8" }));
}

test("every bomb is refused, within 3 s, 200 MB, and 40 MB that come out of the inflater", () => {
  const measured = costs();
  expect(measured.length).toBeGreaterThanOrEqual(17);
  for (const { what, codes, inflated, processorSeconds, megabytes } of measured) {
    expect(codes, what).not.toEqual([]);
    expect(inflated, what).toBeLessThan(40 * 1024 * 1024);
    expect(processorSeconds, what).toBeLessThan(3);
    expect(megabytes, what).toBeLessThan(200);
  }
  // The inflater was watched: where a part is inflated before the lie shows, it is counted.
  expect(measured.some(({ inflated }) => inflated > 0)).toBe(true);
});
