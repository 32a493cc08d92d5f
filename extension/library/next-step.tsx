/** Beside the timeline: how much lies outside the browser, and the way to pack. */
import type { CustodyEntry } from "../../src/custody/custody-entry.ts";
import type { StoredItem } from "../../src/evidence/evidence-store.ts";
import { Icon } from "../interface/icon.tsx";
import { useWords } from "../interface/words.ts";
import { notYetPacked } from "./backed-up.ts";

interface NextStepProps {
  items: readonly StoredItem[];
  log: readonly CustodyEntry[];
  onPack: () => void;
}

export function NextStep({ items, log, onPack }: NextStepProps) {
  const { t } = useWords();
  const count = notYetPacked(items, log).length;
  return (
    <aside aria-label={t("next.label")}>
      <section class="panel stack-s">
        <h2>{count > 0 ? t("next.not-packed", { count }) : t("next.all-packed")}</h2>
        <p>{count > 0 ? t("next.only-here") : t("next.keep-file")}</p>
        <button type="button" class="btn main wide" data-action="open-pack" onClick={onPack}>
          <Icon name="pack" /> {t("kept.pack")}
        </button>
        <p class="small soft">{t("next.if-removed")}</p>
      </section>
    </aside>
  );
}
