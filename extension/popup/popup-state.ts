/** What the popup shows, one screen at a time. */
import type { FailureCode } from "../../src/base/failure.ts";
import type { CaptureJournal } from "../../src/evidence/capture-journal.ts";
import type { AboutAge, CaseFile } from "../../src/evidence/case-file.ts";
import type { StoredItem } from "../../src/evidence/evidence-store.ts";

export type PopupState =
  | { screen: "loading" }
  | { screen: "idle"; about: AboutAge; cases: CaseFile[]; keptCount: number }
  /** `journal` is null until the worker has opened it. */
  | { screen: "capturing"; journal: CaptureJournal | null; isStopping: boolean }
  | { screen: "kept"; stored: StoredItem; caseCode: string | null }
  /** `keptCount` is null when the store does not answer. */
  | { screen: "failed"; code: FailureCode; keptCount: number | null };

/** The case a page would go to with this answer; null when it would be a new one. */
export function caseWith(cases: readonly CaseFile[], about: AboutAge): CaseFile | null {
  const matching = cases.filter((file) => file.about === about);
  return matching.toSorted((one, other) => other.createdAtUtc.localeCompare(one.createdAtUtc))[0] ?? null;
}
