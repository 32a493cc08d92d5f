/** Which screen of the library is shown. It lives in memory only: nothing of it stands in an address. */
import type { PackedCase } from "./pack-case.ts";

export type LibraryView =
  /** `deletedNumber`: what was deleted just now, to say so once. */
  | { screen: "timeline"; deletedNumber?: number }
  | { screen: "item"; itemId: string }
  /** About the record that is shown, about it only while nobody has answered for it, or for a new one. */
  | { screen: "intake"; of: "shown" | "unanswered" | "new" }
  | { screen: "pack" }
  | { screen: "packed"; packed: PackedCase }
  | { screen: "check" };
