/** The items of one account as one fold: who, why together, how many, what still needs a look; newest first. */
import type { StoredItem } from "../../../src/evidence/evidence-store.ts";
import { importedOf } from "../../../src/evidence/evidence-item.ts";
import type { AccountGroup } from "../../../src/evidence/same-account.ts";
import { Chip } from "../../interface/chip.tsx";
import { CoveredPicture, type FileReader } from "../../interface/covered-picture.tsx";
import { clockWords } from "../../interface/date-wording.ts";
import { PageText } from "../../interface/page-text.tsx";
import { useWords } from "../../interface/words.ts";
import { itemTitle } from "../item-title.ts";
import { ReadBackChip } from "../read-back-chip.tsx";
import { AccountName } from "./account-name.tsx";

interface AccountFoldProps {
  account: AccountGroup;
  files: FileReader;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  onOpenItem: (itemId: string) => void;
}

export function AccountFold({ account, files, isOpen, onToggle, onOpenItem }: AccountFoldProps) {
  const { t } = useWords();
  const [newest] = account.items;
  return (
    <li>
      {newest && <time dateTime={newest.item.startedAt.utc}>{clockWords(newest.item.startedAt)}</time>}
      <details
        class="panel fold"
        data-account={account.knownBy}
        data-count={account.items.length}
        open={isOpen}
        onToggle={({ currentTarget }) => onToggle(currentTarget.open)}
      >
        <summary>
          <span>
            <strong>
              <AccountName account={account} />
            </strong>{" "}
            {t(`account.count.${account.knownBy}`, { count: account.items.length })}
            <NeedsLook items={account.items} />
          </span>
        </summary>
        <WhyTogether account={account} />
        <ul class="leaves">
          {account.items.map((stored) => (
            <Leaf
              key={stored.item.id}
              stored={stored}
              files={isOpen ? files : null}
              onOpen={() => onOpenItem(stored.item.id)}
            />
          ))}
        </ul>
      </details>
    </li>
  );
}

/** What a chip of its own would say of each stays readable while they are folded. */
function NeedsLook({ items }: Pick<AccountGroup, "items">) {
  const { t } = useWords();
  const unread = items.filter(({ readBackAt }) => readBackAt === null).length;
  const timeless = items.filter(({ item }) => isTimeMissing(item)).length;
  if (unread + timeless === 0) return null;
  return (
    <span class="chips">
      {unread > 0 && <Chip look="todo" icon="question" text={t("account.unread", { count: unread })} />}
      {timeless > 0 && (
        <Chip look="missing" icon="question" text={t("account.time-missing", { count: timeless })} />
      )}
    </span>
  );
}

function isTimeMissing(item: StoredItem["item"]): boolean {
  return !importedOf(item) && item.fields.postedAt.state === "not-found";
}

function WhyTogether({ account: { names, knownBy } }: { account: AccountGroup }) {
  const { t } = useWords();
  return (
    <p class="small soft">
      {names.length > 1 && (
        <>
          {t("account.names", { count: names.length })}
          {names.map((name, index) => (
            <span key={name}>
              {index > 0 && t("laws.between")}
              <PageText text={name} />
            </span>
          ))}
          {t("account.stop")}
        </>
      )}
      {t(`account.why.${knownBy}`)}
    </p>
  );
}

interface LeafProps {
  stored: StoredItem;
  /** Null while nothing of it can be seen: then no picture is read. */
  files: FileReader | null;
  onOpen: () => void;
}

function Leaf({ stored, files, onOpen }: LeafProps) {
  const { item } = stored;
  return (
    <li>
      {files && <CoveredPicture item={item} files={files} size="small" />}
      <button type="button" class="link" data-item-id={item.id} onClick={onOpen}>
        <PageText text={itemTitle(item)} />
      </button>
      <p class="small soft">
        <time dateTime={item.startedAt.utc}>{clockWords(item.startedAt)}</time>
      </p>
      {stored.readBackAt === null && <ReadBackChip stored={stored} />}
    </li>
  );
}
