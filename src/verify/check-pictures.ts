/** Proves from the bytes that no picture is in the bundle but the frames that may be there. */
import { bagPaths, captureFile, mostStamps, stampPath } from "../bundle/bag-layout.ts";
import { mustMask } from "../evidence/case-file.ts";
import { pictureOf } from "../evidence/evidence-item.ts";
import type { BagFacts, ItemFact, ReadBag } from "./bag-facts.ts";
import type { FileFact } from "./file-fact.ts";
import type { Finding } from "./finding.ts";

/** Files of ours that are no text; what is drawn in the report is asked by itself, a table has no pictures. */
const knownBinaries: ReadonlySet<string> = new Set([
  bagPaths.report,
  bagPaths.table,
  bagPaths.signature,
  ...Array.from({ length: mostStamps }, (_, index) => stampPath(index + 1)),
]);

export function checkPictures(bag: ReadBag): Finding[] {
  const findings = foreignEmbedded(bag);
  if (!bag.record || !mustMask(bag.record.case.about)) return findings;
  const frames = new Map([...bag.items.flatMap(framesOf), ...bag.items.flatMap(tilesOf)]);
  const written = [...bag.files.values()].filter((fact) => fact.hasInlineMedia);
  const pictures = [...bag.files.values()].filter(({ path }) => path.endsWith(".png"));
  const known = new Set(bag.items.map(({ folder }) => folder));
  const foreign = [...bag.files.values()].filter(
    ({ path, isText, sha256 }) => !path.endsWith(".png") && !isText && sha256 && !knownBinaries.has(path),
  );
  return [
    ...findings,
    ...foreign.map(({ path }) => notAllowed(path, "neither text nor PNG")),
    ...written.map(({ path }) => notAllowed(path, "written into text")),
    ...pictures
      .filter(({ path }) => isOfKnownItem(bag, known, path))
      .flatMap((fact) => pictureFinding(fact, frames.get(fact.path))),
    ...bag.items
      .filter(({ item }) => item.picture && !item.isMasked)
      .map(({ path }) => notAllowed(path, "not masked")),
  ];
}

/** A folder whose `capture.json` cannot be read is a finding already; every other picture must be accounted for. */
function isOfKnownItem({ files }: BagFacts, known: ReadonlySet<string>, path: string): boolean {
  const [, , folder = ""] = path.split("/");
  return known.has(folder) || !files.has(`data/captures/${folder}/${captureFile}`);
}

interface Size {
  width: number;
  height: number;
}

function framesOf({ folder, item }: ItemFact): [string, Size][] {
  const frames = pictureOf(item)?.frames ?? [];
  return frames.map(({ file, width, height }) => [`data/captures/${folder}/${file}`, { width, height }]);
}

function tilesOf({ folder, item }: ItemFact): [string, Size][] {
  const surfaces = pictureOf(item)?.surfaces ?? [];
  return surfaces.flatMap(({ width, tiles }) =>
    tiles.map(({ file, height }): [string, Size] => [`data/captures/${folder}/${file}`, { width, height }]),
  );
}

/** One plain PNG of the size its frame has; a file that could not be read is a finding already. */
function pictureFinding({ path, png, sha256 }: FileFact, frame: Size | undefined): Finding[] {
  if (sha256 === null) return [];
  if (!frame) return [notAllowed(path, "not a frame of an item")];
  if (!png) return [notAllowed(path, "not a plain PNG")];
  return png.width === frame.width && png.height === frame.height
    ? []
    : [notAllowed(path, "not of its frame's size")];
}

/** The report may show the bag's own frames and nothing else. */
function foreignEmbedded(bag: BagFacts): Finding[] {
  const frames = new Set(
    [...bag.files.values()].filter(({ path }) => path.endsWith(".png")).map(({ sha256 }) => sha256),
  );
  const guilty = [...bag.files.values()].filter(({ embedded }) =>
    embedded.some((digest) => digest === null || !frames.has(digest)),
  );
  return guilty.map(({ path }) => notAllowed(path, "not a frame in this bundle"));
}

export function notAllowed(path: string, detail: string): Finding {
  return { code: "picture-not-allowed", path, detail };
}
