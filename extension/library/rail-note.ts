/** The sentence beside the rail: what is saved, and never more than is true. */
import type { Words } from "../interface/words.ts";
import type { Library } from "./use-library.ts";

type Shown = Pick<Library, "view" | "contents" | "isUnsaved">;

export function railNote(t: Words["t"], { view, contents, isUnsaved }: Shown): string {
  if (isUnsaved) return t("rail.unsaved");
  if (view.screen === "check") return t("rail.check-only");
  if (!contents || (contents.keptCount === 0 && contents.facts.records.length === 0)) return t("rail.empty");
  const unread = contents.items.filter(({ readBackAt }) => readBackAt === null).length;
  return unread > 0 ? t("rail.some-unread", { count: unread }) : t("rail.all-saved");
}
