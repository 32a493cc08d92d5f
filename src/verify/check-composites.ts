/** Holds every picture against its frames: the recipe, each strip pixel by pixel, the proof, and the verdict on it. */
import { canonicalJson } from "../base/canonical-json.ts";
import { sha256Hex } from "../base/digest.ts";
import { readAhead } from "../base/read-ahead.ts";
import { type CookedSurface, makeProof } from "../capture/make-proof.ts";
import { longestSide } from "../capture/png/png-form.ts";
import type { SurfaceEnds as WalkedEnds } from "../capture/surface-ends.ts";
import type { SurfaceEnds as StatedEnds, Proof, SharedRows } from "../capture/proof.ts";
import { judge } from "../capture/verdict.ts";
import { cookSurfaces } from "../evidence/cook-surfaces.ts";
import type { EvidenceItem2 } from "../evidence/evidence-item.ts";
import type { Picture, Surface } from "../evidence/picture.ts";
import { pictureNotes } from "../evidence/picture-notes.ts";
import type { ItemFact, ReadBag } from "./bag-facts.ts";
import { checkTiles } from "./check-tiles.ts";
import type { CompareStrips } from "./compare-strips.ts";
import type { Finding } from "./finding.ts";
import type { CheckThreads } from "./check-threads.ts";

/** More frames than an item may have files. */
const mostFrames = 2_000;

/** Findings stand in the order of the items, however many threads compare. */
export async function checkComposites(
  { items, files }: ReadBag,
  { compare, atOnce }: Pick<CheckThreads, "compare" | "atOnce">,
): Promise<Finding[]> {
  const drawn = items.flatMap(({ item, ...fact }): DrawnItem[] => {
    if (item.format !== "keepleaf-item-2" || item.picture === null) return [];
    // A file that is not the one that was kept is a finding already; what it would draw is no second one.
    const hasPictures = item.files
      .filter(({ kind }) => kind === "frame" || kind === "tile")
      .every(({ name, sha256 }) => files.get(`data/captures/${fact.folder}/${name}`)?.sha256 === sha256);
    return [{ ...fact, item, picture: item.picture, hasPictures }];
  });
  const findings: Finding[] = [];
  const checked = readAhead(drawn, {
    sizeOf: () => 1,
    read: (item) => checkItem(item, compare),
    mostBytes: atOnce,
    mostReads: atOnce,
  });
  for await (const found of checked) findings.push(...found);
  return findings;
}

interface DrawnItem extends Omit<ItemFact, "item"> {
  item: EvidenceItem2;
  picture: Picture;
  /** False for a recipient who gets no pictures: then only the figures can be checked. */
  hasPictures: boolean;
}

async function checkItem(drawn: DrawnItem, compare: CompareStrips): Promise<Finding[]> {
  const { item, picture, path } = drawn;
  if (item.proof === null) return [{ code: "proof-differs", path, detail: "P1–P6" }];
  if (!isBearable(picture)) return [{ code: "recipe-differs", path, detail: "frames" }];
  const surfaces = cookSurfaces(picture.frames);
  const differing = differingSurface(picture.surfaces, surfaces);
  if (differing !== null) return [{ code: "recipe-differs", path, detail: differing }];
  const stated = pairsWereMeasured(item.proof, picture) ? item.proof.continuity.pairs : null;
  const { findings, pairs } = drawn.hasPictures
    ? await checkTiles({ ...drawn, surfaces }, compare)
    : { findings: [], pairs: stated };
  // A strip that is not as it was drawn is said once; its figures are then no surprise.
  if (findings.length > 0) return findings;
  const expected = await expectedProof(item, { surfaces, pairs });
  return [...proofFindings(drawn, item.proof, expected), ...verdictFindings(drawn, surfaces, expected)];
}

/** No picture of a real window is larger; beyond that nothing is worked out. */
function isBearable({ frames }: Picture): boolean {
  return (
    frames.length <= mostFrames && frames.every(({ width, height }) => Math.max(width, height) <= longestSide)
  );
}

/** The number of the first surface whose recipe does not follow from the frames. */
function differingSurface(stated: readonly Surface[], cooked: readonly CookedSurface[]): string | null {
  if (stated.length !== cooked.length) return "surfaces";
  const index = stated.findIndex((surface, at) => {
    const { tiles: _tiles, ...recipe } = surface;
    const { frames: _frames, ...expected } = cooked[at] ?? {};
    return canonicalJson(recipe) !== canonicalJson(expected);
  });
  return index === -1 ? null : `surface ${stated[index]?.number}`;
}

interface Measured {
  surfaces: readonly CookedSurface[];
  pairs: readonly SharedRows[] | null;
}

async function expectedProof(item: EvidenceItem2, { surfaces, pairs }: Measured): Promise<Proof> {
  const { picture, proof, verdict, files } = item;
  return makeProof({
    surfaces,
    pairs,
    frames: picture?.frames ?? [],
    notes: verdict.notes,
    // What the page said of itself is known from nowhere else.
    counts: proof?.crossCounts.counts ?? [],
    ends: (proof?.ends.surfaces ?? []).map(walkedEnds),
    integrity: {
      files: files.length,
      filesSha256: await sha256Hex(canonicalJson(files)),
      recipeSha256: await sha256Hex(canonicalJson(picture?.surfaces ?? [])),
    },
  });
}

/** Where the rows of a pane end only the walk saw. */
function walkedEnds({ surface, first, last }: StatedEnds): WalkedEnds {
  return {
    surface,
    kind: surface === 0 ? "document" : "pane",
    first: first === "reached" ? "top-reached" : first,
    last: last === "reached" ? "bottom-stable" : last,
  };
}

function proofFindings({ path }: DrawnItem, stated: Proof, expected: Proof): Finding[] {
  const keys = Object.keys(expected) as (keyof Proof)[];
  const differing = keys.filter((key) => canonicalJson(stated[key]) !== canonicalJson(expected[key]));
  const detail = differing.map((key) => expected[key].clause).join(", ");
  return differing.length === 0 ? [] : [{ code: "proof-differs", path, detail }];
}

/** There are strips, or none were needed: then P2 says something even so. */
function pairsWereMeasured({ continuity }: Proof, { surfaces }: Picture): boolean {
  return surfaces.some(({ tiles }) => tiles.length > 0) || continuity.state === "not-applicable";
}

/** The verdict follows from the notes, and the notes name every place that is not whole. */
function verdictFindings(
  { item, picture, path }: DrawnItem,
  surfaces: readonly CookedSurface[],
  proof: Proof,
): Finding[] {
  const noted = new Set(item.verdict.notes.map((note) => canonicalJson(note)));
  const hasTiles = pairsWereMeasured(proof, picture);
  const missing = pictureNotes({ frames: picture.frames, surfaces, proof, hasTiles }).find(
    (note) => !noted.has(canonicalJson(note)),
  );
  const { kind } = judge(item.verdict.notes, picture.frames.length);
  if (missing === undefined && kind === item.verdict.kind) return [];
  return [{ code: "verdict-differs", path, detail: missing?.code ?? kind }];
}
