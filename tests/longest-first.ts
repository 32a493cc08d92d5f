/** The order of test files: those that take longest begin first, so that no ring waits at its end for one alone. */
import { basename } from "node:path";
import type { TestSequencer, TestSpecification } from "vitest/node";

/** Longest first; everything else takes less than half a minute. */
const longest = [
  "masked-corpus",
  "accessibility",
  "tamper-matrix",
  "firefox",
  "growing-pages",
  "point-kept",
  "panes-hostile",
  "masked",
  "bad-input",
  "hostile-pages",
  "masked-walls",
  "tall-pages",
  "standing-pages",
  "point",
  "recovery-kills",
  "composer",
  "record-screens",
  "bombs",
  "bit-flips",
  "real-kinds",
  "verify-command",
  "stamps",
];

export class LongestFirst implements TestSequencer {
  async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification) => {
      const place = longest.indexOf(basename(moduleId, ".test.ts"));
      return place === -1 ? longest.length : place;
    };
    return files.toSorted((one, other) => placeOf(one) - placeOf(other));
  }

  /** Nobody runs a part of a ring on a machine of its own. */
  async shard(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files;
  }
}
