/** One day on the stem; on a long timeline an older one is folded, and says how much it holds. */
import type { Moment } from "../../src/base/clock.ts";
import { tagsOfItem } from "../../src/cases/all-tags.ts";
import type { CaseFacts } from "../../src/cases/case-facts.ts";
import type { FileReader } from "../interface/covered-picture.tsx";
import { dayWords, type LocalMoment } from "../interface/date-wording.ts";
import { useWords } from "../interface/words.ts";
import { WordCard } from "./case/word-card.tsx";
import type { DayGroup, TimelineEntry } from "./day-groups.ts";
import { LeafCard } from "./leaf-card.tsx";
import type { LibraryView } from "./library-view.ts";

interface TimelineDayProps {
  group: DayGroup;
  isFolded: boolean;
  facts: CaseFacts;
  files: FileReader;
  today: Moment;
  onShow: (view: LibraryView) => void;
}

export function TimelineDay(props: TimelineDayProps) {
  const { language, t } = useWords();
  const { group, isFolded, today } = props;
  const { day, entries } = group;
  const name = day === null ? t("told.no-day") : dayWords(language, noonOf(day, today), today);
  const list = (
    <ol class="stem">
      {entries.map((entry) => (
        <Entry key={keyOf(entry)} {...props} entry={entry} />
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
    <details class="day" data-day={day ?? "none"}>
      <summary class="day-head">
        <h2>{t("timeline.day-of", { day: name, count: entries.length })}</h2>
      </summary>
      {list}
    </details>
  );
}

function Entry({ entry, facts, files, onShow }: TimelineDayProps & { entry: TimelineEntry }) {
  if (entry.kind === "kept") {
    const { stored } = entry;
    const open = () => onShow({ screen: "item", itemId: stored.item.id });
    return <LeafCard stored={stored} files={files} tags={tagsOfItem(facts, stored.item.id)} onOpen={open} />;
  }
  const { id, body } = entry.event.entry;
  const edit = () => onShow({ screen: "write", body, replaces: id, back: { screen: "timeline" } });
  return <WordCard event={entry.event} onEdit={edit} />;
}

function keyOf(entry: TimelineEntry): string {
  return entry.kind === "kept" ? entry.stored.item.id : entry.event.entry.id;
}

/** A moment that lies on that day whatever the offset. */
function noonOf(day: string, { zone }: LocalMoment): LocalMoment {
  return { utc: `${day}T12:00:00.000Z`, offsetMinutes: 0, zone };
}
