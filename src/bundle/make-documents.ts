/** The files that are made at packing, of which the report is one. */
import type { MeasuredFile } from "./bag-file.ts";
import { checkSize, planOf } from "./bundle-plan.ts";
import type { BundleRecord } from "./bundle-record.ts";
import { capturedFiles } from "./captured-files.ts";
import type { PackInput } from "./pack-input.ts";
import { documentFiles } from "./payload-files.ts";

export interface MadeDocuments {
  files: MeasuredFile[];
  /** What is in the bundle and what is not, by the checks that every item passed before the first file was made. */
  record: BundleRecord;
}

/**
 * They take much memory while they are made; whoever has little lets go of it before the bag is packed.
 * @throws Failure `read-back-differs`, `mask-not-confirmed`, `picture-without-consent`
 */
export async function makeDocuments(input: PackInput): Promise<MadeDocuments> {
  const plan = await planOf(input);
  // Nobody waits for a report on what no bundle can hold.
  checkSize(capturedFiles(input));
  const files: MeasuredFile[] = [];
  for (const file of await documentFiles(input, plan)) files.push(await file.measure());
  return { files, record: plan.record };
}
