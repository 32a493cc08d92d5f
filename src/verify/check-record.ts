/** Holds `case.json` against the table of recipients, the bag's facts, the items and the log. */
import { bagPaths, captureFile, conversationsFolder, requiredPaths } from "../bundle/bag-layout.ts";
import { firstLeftOut } from "../bundle/first-format.ts";
import { imagePolicy } from "../bundle/image-policy.ts";
import { keptDigests } from "../bundle/pack-input.ts";
import { hasPictureIn, isGiven } from "../bundle/recipient.ts";
import type { BundleRecord } from "../bundle/bundle-record.ts";
import type { EvidenceItem } from "../evidence/evidence-item.ts";
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
  if (log && !isAnsweredAs(log, record))
    findings.push({ code: "record-differs", path: bagPaths.record, detail: "answers" });
  if (log?.some(({ caseId }) => caseId !== record.case.id))
    findings.push({ code: "log-of-another-case", path: bagPaths.log });
  return [
    ...findings,
    ...digestFindings(bag, record),
    ...foreignParts(bag, record),
    ...missingItems(record, log ?? []),
  ];
}

/** The first line of the log has the answers the case was opened with, as far as they were asked then. */
function isAnsweredAs([first]: readonly CustodyEntry[], { case: file }: BundleRecord): boolean {
  if (first?.action !== "case.created" || file.format !== "keepleaf-case-2") return true;
  return (["ageNow", "ageAtEvent", "operator"] as const).every(
    (key) => !(key in first.facts) || first.facts[key] === file.answers[key],
  );
}

/** Names of the facts that do not fit together. */
function differences(bag: ReadBag, record: BundleRecord): string[] {
  const { name, info, files } = bag;
  const facts: [string, boolean][] = [["bag", record.bag === name]];
  // Both follow from the items: where one of them cannot be read, that is the finding.
  if (bag.items.length === captures(files).length) {
    facts.push(
      ["leftOut", record.leftOut.join() === expectedLeftOut(bag, record).join()],
      ["imagePolicy", isPolicyOf(bag, record)],
    );
  }
  if (bag.share?.parts.includes("captures")) {
    const listed = record.items.map(({ folder }) => capturePathOf(folder)).join();
    facts.push(["items", listed === captures(files).join()]);
  }
  if (info) {
    facts.push(
      ["sealedAt", record.sealedAt.utc === info["Sealed-At"]],
      ["recipient", record.recipient === info.Recipient],
      ["imagePolicy in bag-info.txt", record.imagePolicy === info["Image-Policy"]],
      ["case code", record.case.code === info["Internal-Sender-Identifier"]],
      ["extensionVersion", record.tool.extensionVersion === info["Ext-Version"]],
      ["buildId", record.tool.buildId === info["Ext-Build"]],
      ["format", (record.format === "keepleaf-bundle-1") === !("Law-As-Of" in info)],
    );
  }
  return facts.filter(([, holds]) => !holds).map(([fact]) => fact);
}

function expectedLeftOut({ share, items }: ReadBag, record: BundleRecord): readonly string[] {
  if (record.format === "keepleaf-bundle-1" || !share) return firstLeftOut[record.recipient];
  if (!share.parts.includes("captures")) return ["capture"];
  const kinds = items.flatMap(({ item }) =>
    item.files.filter(({ kind }) => !isGiven(share, item, kind)).map(({ kind }) => kind),
  );
  return [...new Set(kinds)].sort();
}

/** Until there was a word for it, an adult's masked pictures went by the name of what may be unmasked. */
function isPolicyOf(bag: ReadBag, record: BundleRecord): boolean {
  const policy = imagePolicy(record.case.about, pictured(bag, record));
  return (
    record.imagePolicy === policy || (policy === "masked-adult" && record.imagePolicy === "unmasked-adult")
  );
}

/** Items of which a picture is given. */
function pictured({ share, items }: ReadBag, { format }: BundleRecord): EvidenceItem[] {
  if (!share) return [];
  const all = items.map(({ item }) => item);
  if (format === "keepleaf-bundle-2") return all.filter((item) => hasPictureIn(share, item));
  return all.filter(
    (item) => isGiven(share, item, "frame") && item.files.some(({ kind }) => kind === "frame"),
  );
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

/** What there is of other people's parts; what is missing of one's own is found with the lists. */
function foreignParts({ files, share }: ReadBag, { format }: BundleRecord): Finding[] {
  if (!share) return [];
  const wanted = new Set(requiredPaths(share, format));
  const isForeign = (path: string) =>
    (/^data\/(?:report|custody|schema)\//.test(path) && !wanted.has(path)) ||
    (/^data\/(?:captures|imports)\//.test(path) && !share.parts.includes("captures")) ||
    (path.startsWith(conversationsFolder) && !share.parts.includes("conversations"));
  return [...files.keys()].filter(isForeign).map((path): Finding => ({ code: "file-extra", path }));
}

/** What the log says was kept is in the bundle, or named as not included. */
function missingItems(record: BundleRecord, log: readonly CustodyEntry[]): Finding[] {
  const accounted = new Set([...record.items.map(({ sha256 }) => sha256), ...record.notIncluded]);
  const missing = [...keptDigests(log)].filter((digest) => !accounted.has(digest));
  return missing.map((detail) => ({ code: "item-missing", detail }));
}
