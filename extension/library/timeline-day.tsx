/** One day on the stem; on a long timeline an older one is folded, and says how much it holds. */
import type { Moment } from "../../src/base/clock.ts";
import { tagsOfItem } from "../../src/cases/all-tags.ts";
import type { CaseFacts } from "../../src/cases/case-facts.ts";
import type { CustodyEntry } from "../../src/custody/custody-entry.ts";
import type { FileReader } from "../interface/covered-picture.tsx";
import { dayWords, type LocalMoment } from "../interface/date-wording.ts";
import { useWords } from "../interface/words.ts";
import { AccountFold } from "./accounts/account-fold.tsx";
import { foldAccounts, type TimelineRow } from "./accounts/fold-accounts.ts";
import { WordCard } from "./case/word-card.tsx";
import type { DayGroup } from "./day-groups.ts";
import type { Folds } from "./use-folds.ts";
import { LeafCard } from "./leaf-card.tsx";
import type { LibraryView } from "./library-view.ts";

interface TimelineDayProps {
  group: DayGroup;
  isFolded: boolean;
  /** Whether the timeline is so long that its folds begin closed. */
  isLong: boolean;
  log: readonly CustodyEntry[];
  facts: CaseFacts;
  files: FileReader;
  folds: Folds;
  today: Moment;
  onShow: (view: LibraryView) => void;
}

export function TimelineDay(props: TimelineDayProps) {
  const { language, t } = useWords();
  const { group, isFolded, today, folds } = props;
  const { day, entries } = group;
  const name = day === null ? t("told.no-day") : dayWords(language, noonOf(day, today), today);
  const list = (
    <ol class="stem">
      {foldAccounts(entries, props.log).map((row) => (
        <Row key={keyOf(row)} {...props} row={row} />
      ))}
    </ol>
  );
  if (!isFolded) {
    return (
      <section class="day">
        <div class="day-head">
          <h2>{name}</h2>
        </div>
        {list}
      </section>
    );
  }
  return (
    <details
      class="day"
      data-day={day ?? "none"}
      open={folds.isOpen(`day ${day}`, false)}
      onToggle={({ currentTarget }) => folds.toggle(`day ${day}`, currentTarget.open)}
    >
      <summary class="day-head">
        <h2>{t("timeline.day-of", { day: name, count: entries.length })}</h2>
      </summary>
      {list}
    </details>
  );
}

function Row({ row, group, facts, files, folds, isLong, onShow }: TimelineDayProps & { row: TimelineRow }) {
  const open = (itemId: string) => onShow({ screen: "item", itemId });
  if (row.kind === "account") {
    const key = `${row.account.key} on ${group.day}`;
    return (
      <AccountFold
        account={row.account}
        files={files}
        isOpen={folds.isOpen(key, !isLong)}
        onToggle={(isOpen) => folds.toggle(key, isOpen)}
        onOpenItem={open}
      />
    );
  }
  if (row.kind === "kept") {
    const { stored } = row;
    const { id } = stored.item;
    return <LeafCard stored={stored} files={files} tags={tagsOfItem(facts, id)} onOpen={() => open(id)} />;
  }
  const { id, body } = row.event.entry;
  const edit = () => onShow({ screen: "write", body, replaces: id, back: { screen: "timeline" } });
  return <WordCard event={row.event} onEdit={edit} />;
}

function keyOf(row: TimelineRow): string {
  switch (row.kind) {
    case "account":
      return row.account.key;
    case "kept":
      return row.stored.item.id;
    case "told":
      return row.event.entry.id;
  }
}

/** A moment that lies on that day whatever the offset. */
function noonOf(day: string, { zone }: LocalMoment): LocalMoment {
  return { utc: `${day}T12:00:00.000Z`, offsetMinutes: 0, zone };
}
