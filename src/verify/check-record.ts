/** Holds `case.json` against the table of recipients, the bag's facts, the items and the log. */
import { bagPaths, captureFile } from "../bundle/bag-layout.ts";
import { imagePolicy } from "../bundle/image-policy.ts";
import { keptDigests } from "../bundle/pack-input.ts";
import { isLeftOut, shares } from "../bundle/recipient.ts";
import type { BundleRecord } from "../bundle/bundle-record.ts";
import { fileKinds1 } from "../evidence/evidence-item-1.ts";
import type { CustodyEntry } from "../custody/custody-entry.ts";
import type { ReadBag } from "./bag-facts.ts";
import type { Finding } from "./finding.ts";

export function checkRecord(bag: ReadBag, log: readonly CustodyEntry[] | null): Finding[] {
  const { record } = bag;
  if (!bag.files.has(bagPaths.record)) return [];
  if (!record) return [{ code: "record-malformed", path: bagPaths.record }];
  const differing = differences(bag, record);
  const findings: Finding[] = differing.map((detail) => ({
    code: "record-differs",
    path: bagPaths.record,
    detail,
  }));
  if (log?.some(({ caseId }) => caseId !== record.case.id))
    findings.push({ code: "log-of-another-case", path: bagPaths.log });
  return [
    ...findings,
    ...digestFindings(bag, record),
    ...pasteFindings(bag, record),
    ...missingItems(record, log ?? []),
  ];
}

/** Names of the facts that do not fit together. */
function differences({ name, info, files, items }: ReadBag, record: BundleRecord): string[] {
  const facts: [string, boolean][] = [
    ["bag", record.bag === name],
    ["leftOut", record.leftOut.join() === expectedLeftOut(record, items).join()],
    ["imagePolicy", record.imagePolicy === expectedPolicy(record, [...files.keys()].some(isFrame))],
    ["items", record.items.map(({ folder }) => capturePathOf(folder)).join() === captures(files).join()],
  ];
  if (info) {
    facts.push(
      ["sealedAt", record.sealedAt.utc === info["Sealed-At"]],
      ["recipient", record.recipient === info.Recipient],
      ["imagePolicy in bag-info.txt", record.imagePolicy === info["Image-Policy"]],
      ["case code", record.case.code === info["Internal-Sender-Identifier"]],
      ["extensionVersion", record.tool.extensionVersion === info["Ext-Version"]],
      ["buildId", record.tool.buildId === info["Ext-Build"]],
    );
  }
  return facts.filter(([, holds]) => !holds).map(([fact]) => fact);
}

/** A bundle of items in the first format knew fewer kinds of files. */
function expectedLeftOut({ recipient }: BundleRecord, items: ReadBag["items"]): readonly string[] {
  const { leftOut } = shares[recipient];
  const isOfFirstFormat = items.every(({ item }) => item.format === "keepleaf-item-1");
  return isOfFirstFormat && items.length > 0 ? leftOut.filter((kind) => fileKinds1.includes(kind)) : leftOut;
}

function isFrame(path: string): boolean {
  return path.startsWith("data/captures/") && path.endsWith(".png");
}

function expectedPolicy(record: BundleRecord, hasPictures: boolean): string {
  return imagePolicy(record.case.about, hasPictures && !isLeftOut(record.recipient, "frame"));
}

function capturePathOf(folder: string): string {
  return `data/captures/${folder}/${captureFile}`;
}

/** Paths of every `capture.json`, by number: shorter names come first. */
function captures(files: ReadBag["files"]): string[] {
  const paths = [...files.keys()].filter((path) => path.endsWith(`/${captureFile}`));
  return paths.sort((one, other) => one.length - other.length || (one < other ? -1 : 1));
}

function digestFindings({ files }: ReadBag, record: BundleRecord): Finding[] {
  const differing = record.items.filter(({ folder, sha256 }) => {
    const found = files.get(capturePathOf(folder))?.sha256;
    return typeof found === "string" && found !== sha256;
  });
  return differing.map(({ folder }) => ({
    code: "item-differs",
    path: capturePathOf(folder),
    detail: "case.json",
  }));
}

function pasteFindings({ files }: ReadBag, { recipient }: BundleRecord): Finding[] {
  const wanted = shares[recipient].pastes.map((name) => `data/report/${name}`);
  const present = [bagPaths.pasteCenter, bagPaths.pastePolice].filter((path) => files.has(path));
  return [
    ...wanted.filter((path) => !files.has(path)).map((path): Finding => ({ code: "file-missing", path })),
    ...present
      .filter((path) => !wanted.includes(path))
      .map((path): Finding => ({ code: "file-extra", path })),
  ];
}

/** What the log says was kept is in the bundle, or named as not included. */
function missingItems(record: BundleRecord, log: readonly CustodyEntry[]): Finding[] {
  const accounted = new Set([...record.items.map(({ sha256 }) => sha256), ...record.notIncluded]);
  const missing = [...keptDigests(log)].filter((digest) => !accounted.has(digest));
  return missing.map((detail) => ({ code: "item-missing", detail }));
}
