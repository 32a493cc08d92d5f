/** What the popup shows, one screen at a time. */
import type { FailureCode } from "../../src/base/failure.ts";
import type { CaptureJournal } from "../../src/evidence/capture-journal.ts";
import type { MaskReason } from "../../src/evidence/capture-mode.ts";
import type { PaneList } from "../../src/capture/pane/scroller.ts";
import type { CaseFile } from "../../src/evidence/case-file.ts";
import type { Fields } from "../../src/platforms/field.ts";
import type { StoredItem } from "../../src/evidence/evidence-store.ts";

/** A record a page can go to, and why its pictures are hidden; null where they are drawn. */
export interface CaseChoice {
  /** Null for the record without answers that would be opened. */
  file: CaseFile | null;
  mask: MaskReason | null;
  isUnanswered: boolean;
}

export interface IdleState {
  screen: "idle";
  choices: readonly CaseChoice[];
  chosen: CaseChoice;
  keptCount: number;
  /** Null until the page has told, and where it does not. */
  panes: PaneList | null;
  /** Whether the person said that nobody has to tell them what scrolling a conversation does. */
  knowsChats: boolean;
}

export type PopupState =
  | { screen: "loading" }
  | IdleState
  /** `journal` is null until the worker has opened it. */
  | { screen: "capturing"; journal: CaptureJournal | null; isStopping: boolean }
  /** `fields`: as read, with what was corrected over it. */
  | { screen: "kept"; stored: StoredItem; fields: Fields; caseCode: string | null }
  /** `keptCount` is null when the store does not answer. */
  | { screen: "failed"; code: FailureCode; keptCount: number | null };
