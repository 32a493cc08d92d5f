/** The files that are made at packing: lists and texts, and the report a person opens first. */
import type { ReportSubject } from "../report/report-subject.ts";
import { type MeasuredFile, madeFile } from "./bag-file.ts";
import { bagPaths } from "./bag-layout.ts";
import { type BagInput, checkSize, planOf } from "./bundle-plan.ts";
import type { BundleRecord } from "./bundle-record.ts";
import { capturedFiles } from "./captured-files.ts";
import type { PackInput } from "./pack-input.ts";
import { bundleLanguage, listFiles, reportSubject } from "./payload-files.ts";

export interface MadeDocuments {
  files: MeasuredFile[];
  /** What is in the bundle and what is not, by the checks that every item passed before the first file was made. */
  record: BundleRecord;
}

/** Plain data: another thread can be sent it. */
export interface MadeLists extends MadeDocuments {
  /** What the report is written from. */
  subject: ReportSubject;
}

/**
 * All but the report, which takes much memory besides; whoever has little lets go of one before the other is made.
 * @throws Failure `read-back-differs`, `mask-not-confirmed`, `picture-without-consent`
 */
export async function makeLists(input: BagInput): Promise<MadeLists> {
  const plan = await planOf(input);
  // Nobody waits for a report on what no bundle can hold.
  checkSize(capturedFiles(input));
  const subject = await reportSubject(input, plan);
  const files: MeasuredFile[] = [];
  for (const file of await listFiles(input, plan, subject)) files.push(await file.measure());
  return { files, record: plan.record, subject };
}

export async function makeReport(
  subject: ReportSubject,
  writeReport: PackInput["writeReport"],
): Promise<MeasuredFile> {
  return await madeFile(bagPaths.report, await writeReport(bundleLanguage, subject)).measure();
}

/** @throws what `makeLists` throws */
export async function makeDocuments(input: PackInput): Promise<MadeDocuments> {
  const { files, record, subject } = await makeLists(input);
  return { files: [...files, await makeReport(subject, input.writeReport)], record };
}
