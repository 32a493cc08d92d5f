/** Everything under `data/`: the evidence as it was kept, the reports made from it, the log, the schemas. */
import { canonicalJson } from "../base/canonical-json.ts";
import { logLine } from "../custody/custody-chain.ts";
import { evidenceReport } from "../report/evidence-report.ts";
import { indexCsv } from "../report/index-csv.ts";
import { logCsv } from "../report/log-csv.ts";
import { pasteCenter } from "../report/paste-center.ts";
import { pastePolice } from "../report/paste-police.ts";
import { readMeFirst } from "../report/read-me-first.ts";
import type { ReportSubject } from "../report/report-subject.ts";
import { urlList } from "../report/url-list.ts";
import { type BagFile, textFile } from "./bag-file.ts";
import { bagPaths, captureFile, capturePath } from "./bag-layout.ts";
import type { BundleRecord } from "./bundle-record.ts";
import { bundleSchemas } from "./bundle-schemas.ts";
import { byPath } from "./manifest.ts";
import type { PackedItem, PackInput } from "./pack-input.ts";
import { readCaptured } from "./read-captured.ts";
import { isLeftOut, shares } from "./recipient.ts";
import { reportedItems } from "./reported-items.ts";

/** The readers of a bundle are in Taiwan. */
const language = "zh-TW";

export interface PayloadPlan {
  items: readonly PackedItem[];
  record: BundleRecord;
}

/** Sorted by path. */
export async function payloadFiles(input: PackInput, { items, record }: PayloadPlan): Promise<BagFile[]> {
  const subject = await reportSubject(input, { items, record });
  const files = [
    ...reportFiles(input, subject),
    ...items.flatMap((packed) => itemFiles(input, packed)),
    textFile(bagPaths.record, canonicalJson(record)),
    textFile(bagPaths.log, input.log.map((entry) => `${logLine(entry)}\n`).join("")),
    textFile(bagPaths.logTable, await logCsv(language, input.log)),
    ...bundleSchemas().map(({ path, text }) => textFile(path, text)),
  ];
  return files.sort(byPath);
}

async function reportSubject(input: PackInput, { items, record }: PayloadPlan): Promise<ReportSubject> {
  return {
    bagName: record.bag,
    caseCode: record.case.code,
    about: record.case.about,
    recipient: record.recipient,
    sealedAt: record.sealedAt,
    extensionVersion: record.tool.extensionVersion,
    items: await reportedItems(input, items),
    notIncluded: record.notIncluded.length,
  };
}

function reportFiles(input: PackInput, subject: ReportSubject): BagFile[] {
  const { pastes } = shares[input.recipient];
  const files = [
    textFile(bagPaths.readMeFirst, readMeFirst(language, { subject, pastes })),
    textFile(bagPaths.report, evidenceReport(language, subject)),
    textFile(bagPaths.index, indexCsv(language, subject)),
    textFile(bagPaths.urls, urlList(subject)),
  ];
  if (pastes.includes("paste-center.txt"))
    files.push(textFile(bagPaths.pasteCenter, pasteCenter(language, subject)));
  if (pastes.includes("paste-police.txt"))
    files.push(textFile(bagPaths.pastePolice, pastePolice(language, subject)));
  return files;
}

function itemFiles(input: PackInput, { item, json }: PackedItem): BagFile[] {
  const shared = item.files.filter(({ kind }) => !isLeftOut(input.recipient, kind));
  return [
    textFile(capturePath(item, captureFile), json),
    ...shared.map((file) => ({
      path: capturePath(item, file.name),
      sizeBytes: file.sizeBytes,
      open: async () => new Blob([await readCaptured(input, { item, file })]),
    })),
  ];
}
