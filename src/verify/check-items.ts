/** Holds each item against the log, its case, and its own list of files. */
import { captureFile, itemFilePath } from "../bundle/bag-layout.ts";
import { keptDigests } from "../bundle/pack-input.ts";
import { isGiven } from "../bundle/recipient.ts";
import type { CustodyEntry } from "../custody/custody-entry.ts";
import type { EvidenceFile } from "../evidence/evidence-file.ts";
import { EvidenceItem, itemFolder, pictureOf } from "../evidence/evidence-item.ts";
import type { BagFacts, ItemFact, ReadBag } from "./bag-facts.ts";
import type { Finding } from "./finding.ts";
import { readJsonAs } from "./read-json.ts";

const itemFolderPattern = /^data\/(?:captures|imports)\/(c\d{4,9})\//;

export interface ItemReading {
  items: ItemFact[];
  findings: Finding[];
}

/** Every `capture.json` that fits its schema; a folder without one is a finding. */
export function readItems({ files }: BagFacts): ItemReading {
  const folders = new Set([...files.keys()].flatMap((path) => itemFolderPattern.exec(path)?.[1] ?? []));
  const reading: ItemReading = { items: [], findings: [] };
  for (const folder of [...folders].sort()) {
    const path = `data/captures/${folder}/${captureFile}`;
    const fact = files.get(path);
    if (!fact) reading.findings.push({ code: "file-missing", path });
    if (!fact || fact.sha256 === null) continue;
    const item = readJsonAs(EvidenceItem, fact.text ?? "");
    if (item) reading.items.push({ folder, path, sha256: fact.sha256, item });
    else reading.findings.push({ code: "item-malformed", path });
  }
  return reading;
}

export function checkItems(bag: ReadBag, log: readonly CustodyEntry[] | null): Finding[] {
  const kept = log && keptDigests(log);
  const paths = pathsByFolder(bag);
  return bag.items.flatMap((fact) => {
    const findings: Finding[] = [
      ...belonging(bag, fact),
      ...fileFindings(bag, fact, paths.get(fact.folder) ?? []),
    ];
    if (kept && !kept.has(fact.sha256)) findings.push({ code: "item-not-in-log", path: fact.path });
    return findings;
  });
}

/** Number, case and age are those of the folder and the case; frames are files of the item. */
function belonging({ record }: ReadBag, { folder, path, item }: ItemFact): Finding[] {
  const facts: [string, boolean][] = [
    ["number", itemFolder(item) === folder],
    ["caseId", !record || item.caseId === record.case.id],
    ["about", !record || item.about === record.case.about],
    ["frames", hasItsFrames(item)],
  ];
  return facts
    .filter(([, holds]) => !holds)
    .map(([detail]): Finding => ({ code: "item-differs", path, detail }));
}

function hasItsFrames(item: EvidenceItem): boolean {
  const frames = pictureOf(item)?.frames ?? [];
  const files = new Map(item.files.filter(({ kind }) => kind === "frame").map((file) => [file.name, file]));
  return (
    frames.length === files.size &&
    frames.every(
      ({ file, sha256, sizeBytes }) =>
        files.get(file)?.sha256 === sha256 && files.get(file)?.sizeBytes === sizeBytes,
    )
  );
}

function pathsByFolder({ files }: BagFacts): Map<string, string[]> {
  const paths = new Map<string, string[]>();
  for (const path of files.keys()) {
    const folder = itemFolderPattern.exec(path)?.[1];
    if (folder === undefined || path.endsWith(`/${captureFile}`)) continue;
    const others = paths.get(folder);
    if (others) others.push(path);
    else paths.set(folder, [path]);
  }
  return paths;
}

function fileFindings(bag: ReadBag, { item }: ItemFact, present: readonly string[]): Finding[] {
  const listed = new Map(item.files.map((file) => [itemFilePath(item, file), file]));
  const extra = present.filter((path) => !listed.has(path));
  const isGivenHere = (file: EvidenceFile) => bag.share === null || isGiven(bag.share, item, file.kind);
  return [
    ...extra.map((path): Finding => ({ code: "item-file-extra", path })),
    ...Array.from(listed).flatMap(([path, file]) =>
      isGivenHere(file) ? givenFile(bag, path, file) : leftOutFile(bag, path),
    ),
  ];
}

/** A file this recipient does not get is absent. */
function leftOutFile({ files }: ReadBag, path: string): Finding[] {
  return files.has(path) ? [{ code: "item-file-extra", path }] : [];
}

/** Every other one is there with its size and digest. */
function givenFile({ files }: ReadBag, path: string, file: EvidenceFile): Finding[] {
  const fact = files.get(path);
  if (!fact) return [{ code: "item-file-missing", path }];
  if (fact.sha256 === null) return [];
  const isSame = fact.sha256 === file.sha256 && fact.sizeBytes === file.sizeBytes;
  return isSame ? [] : [{ code: "item-file-differs", path }];
}
