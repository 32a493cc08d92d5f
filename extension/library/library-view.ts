/** Which screen of the library is shown. It lives in memory only: nothing of it stands in an address. */
import type { WrittenBody } from "./case/empty-body.ts";
import type { RetentionDue } from "../../src/evidence/retention.ts";
import type { PackedCase } from "./pack-case.ts";

export interface WriteView {
  screen: "write";
  /** What the form starts with. */
  body: WrittenBody;
  /** The record it corrects; null for a new one. */
  replaces: string | null;
  /** Where it was opened, and where it goes on. */
  back: { screen: "timeline" | "guidance" | "links" } | { screen: "item"; itemId: string };
}

export interface PurgeView {
  screen: "purge";
  /** What is chosen at first. */
  itemIds: readonly string[];
  /** The question it was opened from; null where nobody was asked. */
  why: RetentionDue["why"] | null;
}

export type LibraryView =
  /** `cleared`: numbers of what was deleted just now, to say so once. */
  | { screen: "timeline"; cleared?: readonly number[] }
  | PurgeView
  | { screen: "item"; itemId: string }
  /** About the record that is shown, about it only while nobody has answered for it, or for a new one. */
  | { screen: "intake"; of: "shown" | "unanswered" | "new" }
  | WriteView
  | { screen: "import" }
  | { screen: "links" }
  | { screen: "guidance" }
  | { screen: "pack" }
  | { screen: "packed"; packed: PackedCase }
  | { screen: "check" };
