/** Where everything stands in a bag, and which paths a bag may have at all. */
import type { EvidenceItem } from "../evidence/evidence-item.ts";
import type { EvidenceFile } from "../evidence/evidence-file.ts";
import { itemFolder } from "../evidence/evidence-item.ts";
import type { BagPart, Share } from "./recipient.ts";
import { sealingStamp } from "./sealing-time.ts";

export const bagPaths = {
  declaration: "bagit.txt",
  info: "bag-info.txt",
  manifest: "manifest-sha256.txt",
  tagManifest: "tagmanifest-sha256.txt",
  hashdeep: "hashdeep-known.txt",
  instructions: "proof/README-verify.txt",
  signature: "proof/tagmanifest-sha256.txt.sig",
  publicKey: "proof/public-key.pem",
  authorities: "proof/tsa-ca.pem",
  readMeFirst: "data/00-READ-ME-FIRST.html",
  report: "data/report/evidence-report.pdf",
  /** Of the first format. */
  firstReport: "data/report/evidence-report.html",
  index: "data/report/index.csv",
  table: "data/report/index.ods",
  urls: "data/report/urls.txt",
  record: "data/case.json",
  facts: "data/case-facts.json",
  log: "data/custody/log.jsonl",
  logTable: "data/custody/log.csv",
  captureSchema: "data/schema/capture.schema.json",
  recordSchema: "data/schema/case.schema.json",
  logSchema: "data/schema/log.schema.json",
} as const;

export function pastePath(name: string): string {
  return `data/report/${name}`;
}

/** RFC 8493 §2.1.1: these two lines, UTF-8, no byte order mark. */
export const bagDeclaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/** Files the tag manifest lists; `proof/` stays outside, so that proofs can be added after sealing. */
export const tagFiles = [bagPaths.info, bagPaths.declaration, bagPaths.hashdeep, bagPaths.manifest] as const;

const alwaysThere = [
  ...tagFiles,
  bagPaths.tagManifest,
  bagPaths.instructions,
  bagPaths.readMeFirst,
  bagPaths.index,
  bagPaths.urls,
  bagPaths.record,
] as const;

const pathsOfPart: Readonly<Record<BagPart, readonly string[]>> = {
  captures: [],
  conversations: [],
  facts: [bagPaths.facts],
  log: [bagPaths.log],
  "log-table": [bagPaths.logTable],
  table: [bagPaths.table],
  schemas: [bagPaths.captureSchema, bagPaths.recordSchema, bagPaths.logSchema],
};

export type BagFormat = "keepleaf-bundle-1" | "keepleaf-bundle-2";

/** Every path that a bag of this share must have, captures and proofs aside. */
export function requiredPaths(
  { parts, pastes }: Pick<Share, "parts" | "pastes">,
  format: BagFormat,
): string[] {
  return [
    ...alwaysThere,
    format === "keepleaf-bundle-1" ? bagPaths.firstReport : bagPaths.report,
    ...parts.flatMap((part) => pathsOfPart[part]),
    ...pastes.map(pastePath),
  ];
}

/** Neutral on purpose: the name is visible in Downloads and among recent files. */
export function bagName(sealedAtUtc: string, suffix: string): string {
  if (!/^[0-9a-f]{6}$/.test(suffix)) throw new TypeError("a bag's suffix is six hexadecimal digits");
  return `keepleaf-${sealingStamp(sealedAtUtc)}-${suffix}`;
}

export const bagNamePattern = /^keepleaf-\d{8}T\d{6}Z-[0-9a-f]{6}$/;

export const captureFile = "capture.json";

export function capturePath(item: Pick<EvidenceItem, "number">, file: string): string {
  return `data/captures/${itemFolder(item)}/${file}`;
}

/** What was put in by hand lies apart from what was captured. */
export function itemFilePath(
  item: Pick<EvidenceItem, "number">,
  { name, kind }: Pick<EvidenceFile, "name" | "kind">,
): string {
  return kind === "original" ? `${importsFolder}${itemFolder(item)}/${name}` : capturePath(item, name);
}

/** Our reading of the conversations of an item. */
export function conversationPath(item: Pick<EvidenceItem, "number">, file: string): string {
  return `${conversationsFolder}${itemFolder(item)}/${file}`;
}

export const importsFolder = "data/imports/";
export const conversationsFolder = "data/conversations/";

/** The first time stamp has no number; others are `.2.tsr` to `.9.tsr`. */
export function stampPath(number: number): string {
  return number === 1 ? "proof/tagmanifest-sha256.txt.tsr" : `proof/tagmanifest-sha256.txt.${number}.tsr`;
}

export const mostStamps = 9;
const stampPattern = /^proof\/tagmanifest-sha256\.txt(?:\.[2-9])?\.tsr$/;

export function isStampPath(path: string): boolean {
  return stampPattern.test(path);
}

const itemFilePattern = /^data\/(?:captures|imports|conversations)\/c\d{4,9}\/[a-z0-9][a-z0-9.-]{0,59}$/;
const pastePattern = /^data\/report\/paste-[a-z0-9]+\.txt$/;
const fixedPaths: ReadonlySet<string> = new Set(Object.values(bagPaths));

/** Whether a bag has a place for this path; anything else does not belong. */
export function isBagPath(path: string): boolean {
  return fixedPaths.has(path) || itemFilePattern.test(path) || pastePattern.test(path) || isStampPath(path);
}
