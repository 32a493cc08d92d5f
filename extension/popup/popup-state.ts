/** What the popup shows, one screen at a time. */
import type { FailureCode } from "../../src/base/failure.ts";
import type { CaptureJournal } from "../../src/evidence/capture-journal.ts";
import type { MaskReason } from "../../src/evidence/capture-mode.ts";
import type { CaseFile } from "../../src/evidence/case-file.ts";
import type { StoredItem } from "../../src/evidence/evidence-store.ts";

/** A record a page can go to, and why its pictures are hidden; null where they are drawn. */
export interface CaseChoice {
  /** Null for the record without answers that would be opened. */
  file: CaseFile | null;
  mask: MaskReason | null;
  isUnanswered: boolean;
}

export type PopupState =
  | { screen: "loading" }
  | { screen: "idle"; choices: readonly CaseChoice[]; chosen: CaseChoice; keptCount: number }
  /** `journal` is null until the worker has opened it. */
  | { screen: "capturing"; journal: CaptureJournal | null; isStopping: boolean }
  | { screen: "kept"; stored: StoredItem; caseCode: string | null }
  /** `keptCount` is null when the store does not answer. */
  | { screen: "failed"; code: FailureCode; keptCount: number | null };
