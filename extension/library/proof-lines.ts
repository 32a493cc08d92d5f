/** The six clauses of a proof as sentences: what was checked, whether it holds, and the figures behind it. */
import type { ClauseState, Proof } from "../../src/capture/proof.ts";
import type { WordKey, WordValues } from "../../src/words/say.ts";

export interface ProofLine {
  clause: string;
  state: ClauseState;
  key: WordKey;
  values: WordValues;
}

/** In the order P1 to P6. */
export function proofLines(proof: Proof): ProofLine[] {
  return [
    coverageLine(proof),
    continuityLine(proof),
    endsLine(proof),
    stabilityLine(proof),
    countsLine(proof),
    integrityLine(proof),
  ];
}

function coverageLine({ coverage: { clause, state, surfaces } }: Proof): ProofLine {
  const pixels = surfaces.reduce((sum, surface) => sum + surface.pixels, 0);
  const missing = surfaces.reduce((sum, surface) => sum + surface.missing, 0);
  const hidden = surfaces.reduce((sum, surface) => sum + surface.hidden, 0);
  const values = { missing: share(missing, pixels), hidden: share(hidden, pixels) };
  if (state === "fails") return { clause, state, key: "proof.coverage.fails", values };
  return { clause, state, key: hidden > 0 ? "proof.coverage.hidden" : "proof.coverage.holds", values };
}

/** Never 0 % of something that is there. */
function share(part: number, whole: number): string {
  const percent = whole > 0 ? (part / whole) * 100 : 0;
  return part > 0 && percent < 0.1 ? "< 0.1 %" : `${Math.round(percent * 10) / 10} %`;
}

function continuityLine({ continuity: { clause, state, pairs } }: Proof): ProofLine {
  const rows = pairs.reduce((sum, pair) => sum + pair.rows, 0);
  const equal = pairs.reduce((sum, pair) => sum + pair.equalRows, 0);
  return { clause, state, key: `proof.continuity.${state}`, values: { seams: pairs.length, rows, equal } };
}

function endsLine({ ends: { clause, state } }: Proof): ProofLine {
  return { clause, state, key: state === "holds" ? "proof.ends.holds" : "proof.ends.fails", values: {} };
}

function stabilityLine({ stability: { clause, state, retakes, unstable } }: Proof): ProofLine {
  const key = state === "holds" ? "proof.stability.holds" : "proof.stability.fails";
  return { clause, state, key, values: { retakes, unstable: unstable.length } };
}

function countsLine({ crossCounts: { clause, state, counts } }: Proof): ProofLine {
  const stated = counts.map((count) => count.stated).join(", ");
  const seen = counts.map((count) => count.seen).join(", ");
  const key =
    state === "holds" || state === "fails" ? (`proof.counts.${state}` as const) : "proof.counts.none";
  return { clause, state, key, values: { stated, seen } };
}

function integrityLine({ integrity: { clause, state, files } }: Proof): ProofLine {
  return { clause, state, key: "proof.integrity", values: { files } };
}
