/** What every report is written from: the same facts for the HTML, the tables and the lists. */
import type { Moment } from "../base/clock.ts";
import type { MediaElement } from "../capture/page-reading.ts";
import type { AboutAge } from "../evidence/case-file.ts";
import type { EvidenceFile } from "../evidence/evidence-file.ts";
import type { EvidenceItem } from "../evidence/evidence-item.ts";

export interface ReportedItem {
  item: EvidenceItem;
  folder: string;
  /** Of `capture.json`. */
  sha256: string;
  /** Kinds of files that are not in this bundle. */
  leftOut: readonly EvidenceFile["kind"][];
  /** Frames placed in the report, by sequence, as base64 PNG; the others are named by their file. */
  frames: ReadonlyMap<number, string>;
  /** Empty where this recipient gets no media addresses. */
  media: readonly MediaElement[];
}

export interface ReportSubject {
  bagName: string;
  caseCode: string;
  about: AboutAge;
  recipient: "police" | "center" | "school" | "self";
  sealedAt: Moment;
  extensionVersion: string;
  items: readonly ReportedItem[];
  /** Items that were kept once and are not in this bundle. */
  notIncluded: number;
}
