/** Choosing some of the items instead of all: what is not chosen is named in the bundle as not included. */
import type { StoredItem } from "../../src/evidence/evidence-store.ts";
import { PageText } from "../interface/page-text.tsx";
import { useWords } from "../interface/words.ts";
import { itemTitle } from "./item-title.ts";

interface ItemChoiceProps {
  items: readonly StoredItem[];
  left: ReadonlySet<string>;
  /** Where some must be left out, the list is open. */
  isOpen: boolean;
  onChange: (left: ReadonlySet<string>) => void;
}

export function ItemChoice({ items, left, isOpen, onChange }: ItemChoiceProps) {
  const { t } = useWords();
  const toggle = (itemId: string) => {
    const next = new Set(left);
    if (!next.delete(itemId)) next.add(itemId);
    onChange(next);
  };
  return (
    <details class="panel" data-action="choose-items" open={isOpen}>
      <summary>{t("pack.choose-items", { chosen: items.length - left.size, count: items.length })}</summary>
      <fieldset>
        <legend class="visually-hidden">{t("pack.which-items")}</legend>
        {items.map(({ item }) => (
          <label key={item.id} class="choice">
            <input
              type="checkbox"
              name="item"
              value={item.id}
              checked={!left.has(item.id)}
              onChange={() => toggle(item.id)}
            />
            <span>
              {t("report.item-number", { number: item.number })} <PageText text={itemTitle(item)} />
            </span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
