/** Choosing some of the items instead of all: what is not chosen is named in the bundle as not included. */
import type { CustodyEntry } from "../../src/custody/custody-entry.ts";
import type { StoredItem } from "../../src/evidence/evidence-store.ts";
import { PageText } from "../interface/page-text.tsx";
import { useWords } from "../interface/words.ts";
import { FoldedChoices } from "./accounts/folded-choices.tsx";
import { itemTitle } from "./item-title.ts";

interface ItemChoiceProps {
  items: readonly StoredItem[];
  log: readonly CustodyEntry[];
  left: ReadonlySet<string>;
  /** Where some must be left out, the list is open. */
  isOpen: boolean;
  onChange: (left: ReadonlySet<string>) => void;
}

export function ItemChoice({ items, log, left, isOpen, onChange }: ItemChoiceProps) {
  const { t } = useWords();
  const chosen = new Set(items.flatMap(({ item }) => (left.has(item.id) ? [] : [item.id])));
  const choose = (next: ReadonlySet<string>) =>
    onChange(new Set(items.flatMap(({ item }) => (next.has(item.id) ? [] : [item.id]))));
  return (
    <details class="panel" data-action="choose-items" open={isOpen}>
      <summary>{t("pack.choose-items", { chosen: chosen.size, count: items.length })}</summary>
      <fieldset class="choices">
        <legend class="visually-hidden">{t("pack.which-items")}</legend>
        <FoldedChoices items={items} log={log} chosen={chosen} onChoose={choose}>
          {({ item }) => (
            <>
              {t("report.item-number", { number: item.number })} <PageText text={itemTitle(item)} />
            </>
          )}
        </FoldedChoices>
      </fieldset>
    </details>
  );
}
