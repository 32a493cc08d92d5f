/** A list of items to choose from, in which those of one account are folded; a fold says how many of it are chosen. */
import type { ComponentChildren } from "preact";
import type { CustodyEntry } from "../../../src/custody/custody-entry.ts";
import type { StoredItem } from "../../../src/evidence/evidence-store.ts";
import type { AccountGroup } from "../../../src/evidence/same-account.ts";
import { useWords } from "../../interface/words.ts";
import { AccountName } from "./account-name.tsx";
import { foldedAccounts } from "./fold-accounts.ts";

interface FoldedChoicesProps {
  items: readonly StoredItem[];
  log: readonly CustodyEntry[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  /** What stands beside the tick of one item. */
  children: (stored: StoredItem) => ComponentChildren;
}

export function FoldedChoices({ items, log, chosen, onChoose, children }: FoldedChoicesProps) {
  const accounts = foldedAccounts(items, log);
  const choice = (stored: StoredItem) => (
    <label key={stored.item.id} class="choice">
      <input
        type="checkbox"
        name="item"
        value={stored.item.id}
        checked={chosen.has(stored.item.id)}
        onChange={() => onChoose(withChoice(chosen, [stored], !chosen.has(stored.item.id)))}
      />
      <span>{children(stored)}</span>
    </label>
  );
  return (
    <>
      {items.map((stored) => {
        const account = accounts.get(stored.item.id);
        if (!account) return choice(stored);
        if (account.items[0] !== stored) return null;
        return (
          <ChoiceFold key={account.key} account={account} chosen={chosen} onChoose={onChoose}>
            {account.items.map(choice)}
          </ChoiceFold>
        );
      })}
    </>
  );
}

interface ChoiceFoldProps extends Pick<FoldedChoicesProps, "chosen" | "onChoose"> {
  account: AccountGroup;
  children: ComponentChildren;
}

function ChoiceFold({ account, chosen, onChoose, children }: ChoiceFoldProps) {
  const { t } = useWords();
  const { items, knownBy } = account;
  const count = items.filter(({ item }) => chosen.has(item.id)).length;
  const isAll = count === items.length;
  return (
    <details class="panel fold" data-account={knownBy} data-chosen={count}>
      <summary>
        <span>
          <strong>
            <AccountName account={account} />
          </strong>{" "}
          {t(`account.count.${knownBy}`, { count: items.length })}
          {t("account.chosen", { count })}
        </span>
      </summary>
      <div class="choices">
        <label class="choice">
          <input
            type="checkbox"
            name="account"
            checked={isAll}
            onChange={() => onChoose(withChoice(chosen, items, !isAll))}
          />
          <strong>{t("account.all", { count: items.length })}</strong>
        </label>
        {children}
      </div>
    </details>
  );
}

function withChoice(
  chosen: ReadonlySet<string>,
  items: readonly StoredItem[],
  isChosen: boolean,
): ReadonlySet<string> {
  const next = new Set(chosen);
  for (const { item } of items) {
    if (isChosen) next.add(item.id);
    else next.delete(item.id);
  }
  return next;
}
