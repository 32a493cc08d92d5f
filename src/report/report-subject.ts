/** What every report is written from: the same facts for the document, the tables and the lists. */
import type { Moment } from "../base/clock.ts";
import type { Tags } from "../cases/case-fact.ts";
import type { CaseFacts } from "../cases/case-facts.ts";
import type { MediaElement } from "../capture/page-reading.ts";
import type { AboutAge } from "../evidence/case-file.ts";
import type { EvidenceFile } from "../evidence/evidence-file.ts";
import type { EvidenceItem } from "../evidence/evidence-item.ts";
import type { KeyMessage } from "./key-messages.ts";

export interface ReportedItem {
  /** With what the person corrected over its fields; what was read stays among their candidates. */
  item: EvidenceItem;
  folder: string;
  /** Of `capture.json`. */
  sha256: string;
  /** Kinds of its files that are not in this bundle. */
  leftOut: readonly EvidenceFile["kind"][];
  /** Files placed in the report, by name, each held to its digest; the others are named by their file. Null where no picture is given. */
  pictures: ReadonlyMap<string, Blob> | null;
  /** What people called it; nothing where this recipient is not told. */
  tags: Tags;
  /** Messages the person marked; empty where this recipient gets no conversations. */
  keyMessages: readonly KeyMessage[];
  /** Empty where this recipient gets no media addresses. */
  media: readonly MediaElement[];
}

export interface ReportSubject {
  bagName: string;
  caseCode: string;
  about: AboutAge;
  /** What people wrote down about the case. */
  facts: CaseFacts;
  /** Whether this recipient gets that in people's own words. */
  hasFacts: boolean;
  /** Addresses of which no page was kept; empty where this recipient gets none. */
  noted: readonly string[];
  recipient: "police" | "center" | "school" | "self";
  sealedAt: Moment;
  extensionVersion: string;
  items: readonly ReportedItem[];
  /** Items that were kept once and are not in this bundle. */
  notIncluded: number;
}
