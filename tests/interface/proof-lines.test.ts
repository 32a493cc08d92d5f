/** A proof is said in words, clause by clause, and the places it speaks of lie where they lie in the picture. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { notedPlaces } from "../../extension/library/noted-places.ts";
import { proofLines } from "../../extension/library/proof-lines.ts";
import { clauseStates, type Proof } from "../../src/capture/proof.ts";
import { languages, say } from "../../src/words/say.ts";

const digest = "0".repeat(64);

function proof(state: Proof["coverage"]["state"], missing = 0, hidden = 0): Proof {
  return {
    coverage: { clause: "P1", state, surfaces: [{ surface: 0, pixels: 10_000, shown: 0, hidden, missing }] },
    continuity: {
      clause: "P2",
      state,
      pairs: [{ surface: 0, first: 0, second: 1, rows: 32, equalRows: 31 }],
      unlinked: [],
    },
    ends: { clause: "P3", state, surfaces: [{ surface: 0, first: "reached", last: "frame-cap" }] },
    stability: { clause: "P4", state, frames: 2, retakes: 3, unstable: [1] },
    crossCounts: { clause: "P5", state, counts: [{ surface: 0, source: "stated", stated: 240, seen: 239 }] },
    integrity: { clause: "P6", state, files: 5, filesSha256: digest, recipeSha256: digest },
  };
}

function said(of: Proof, language: (typeof languages)[number] = "zh-TW"): string[] {
  return proofLines(of).map(({ key, values }) => say(language, key, values));
}

describe("a proof in words", () => {
  it.each(clauseStates)("says all six clauses when they are %s, with every figure filled in", (state) => {
    for (const language of languages) {
      const sentences = said(proof(state), language);
      expect(sentences).toHaveLength(6);
      for (const sentence of sentences) expect(sentence).not.toMatch(/[{}]/);
    }
    expect(proofLines(proof(state)).map(({ clause }) => clause)).toEqual([
      "P1",
      "P2",
      "P3",
      "P4",
      "P5",
      "P6",
    ]);
  });

  it("never says that what fails holds", () => {
    const [holds, fails] = [said(proof("holds")), said(proof("fails", 5))];
    for (const [index, sentence] of fails.slice(0, 5).entries()) expect(sentence).not.toBe(holds[index]);
  });

  it("says how much is missing or covered, and never 0 % of what is", () => {
    expect(said(proof("fails", 2_500))[0]).toBe("有 25 % 沒有拍到。");
    expect(said(proof("fails", 1))[0]).toBe("有 < 0.1 % 沒有拍到。");
    expect(said(proof("holds", 0, 100))[0]).toContain("1 %");
  });
});

describe("a noted place", () => {
  const surface = { number: 0, width: 2_000, height: 8_000 };

  it("lies where its CSS pixels lie in the picture", () => {
    const box = { x: 125, y: 500, width: 250, height: 1_000 };
    expect(notedPlaces([{ code: "hole", box }], surface, 2)).toEqual([
      { left: "12.5%", top: "12.5%", width: "25%", height: "25%" },
    ]);
  });

  it("is shown in its own surface only, and a note without a place in none", () => {
    const box = { x: 0, y: 0, width: 10, height: 10 };
    expect(notedPlaces([{ code: "gap", box, surface: 1 }, { code: "page-grew" }], surface, 1)).toEqual([]);
  });

  it("never leaves the picture", () => {
    const number = fc.integer({ min: -20_000, max: 20_000 });
    fc.assert(
      fc.property(
        fc.record({ x: number, y: number, width: fc.nat(20_000), height: fc.nat(20_000) }),
        (box) => {
          for (const { left, top, width, height } of notedPlaces([{ code: "hole", box }], surface, 1)) {
            const edges = [left, top, width, height].map(Number.parseFloat);
            expect(edges.every((edge) => edge >= 0 && edge <= 100)).toBe(true);
            expect((edges[0] ?? 0) + (edges[2] ?? 0)).toBeLessThanOrEqual(100.001);
          }
        },
      ),
    );
  });
});
