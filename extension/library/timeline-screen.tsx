/** A record by days, newest first: a stem, what was kept as its leaves, and a person's own words among them. */
import { tagsOfItem } from "../../src/cases/all-tags.ts";
import type { CaseFacts } from "../../src/cases/case-facts.ts";
import { toldEvents } from "../../src/cases/timeline.ts";
import { maskReason } from "../../src/evidence/capture-mode.ts";
import type { CaseFile } from "../../src/evidence/case-file.ts";
import type { FileReader } from "../interface/covered-picture.tsx";
import { dayWords, type LocalMoment } from "../interface/date-wording.ts";
import { ScreenHeading } from "../interface/screen-heading.tsx";
import { useWords } from "../interface/words.ts";
import type { Moment } from "../../src/base/clock.ts";
import { AddMore } from "./case/add-more.tsx";
import { FactNotes } from "./case/fact-notes.tsx";
import { WordCard } from "./case/word-card.tsx";
import { type DayGroup, dayGroups, type TimelineEntry } from "./day-groups.ts";
import { LeafCard } from "./leaf-card.tsx";
import type { LibraryContents } from "./library-contents.ts";
import type { LibraryView } from "./library-view.ts";
import { NextStep } from "./next-step.tsx";

interface TimelineScreenProps {
  contents: LibraryContents;
  caseFile: CaseFile;
  files: FileReader;
  today: Moment;
  onShow: (view: LibraryView) => void;
}

export function TimelineScreen({ contents, caseFile, files, today, onShow }: TimelineScreenProps) {
  const { t } = useWords();
  const { items, log, facts } = contents;
  return (
    <div class="with-aside">
      <div class="stack">
        <div>
          <ScreenHeading text={t("case.name", { code: caseFile.code })} />
          <p class="soft">{t("timeline.count", { count: items.length })}</p>
          <p class="soft">{t(`idle.mode.${maskReason(caseFile, facts) ?? "none"}`)}</p>
        </div>
        <div>
          {dayGroups(items, toldEvents(facts)).map((group) => (
            <Day key={group.day} group={group} facts={facts} files={files} today={today} onShow={onShow} />
          ))}
        </div>
        <FactNotes facts={facts} />
      </div>
      <div class="stack">
        {items.length > 0 && <NextStep items={items} log={log} onPack={() => onShow({ screen: "pack" })} />}
        <AddMore now={today} onShow={onShow} />
      </div>
    </div>
  );
}

interface DayProps extends Pick<TimelineScreenProps, "files" | "today" | "onShow"> {
  group: DayGroup;
  facts: CaseFacts;
}

function Day({ group, facts, files, today, onShow }: DayProps) {
  const { language, t } = useWords();
  const { day, entries } = group;
  return (
    <section class="day">
      <h2>{day === null ? t("told.no-day") : dayWords(language, noonOf(day, today), today)}</h2>
      <ol class="stem">
        {entries.map((entry) => (
          <Entry key={keyOf(entry)} entry={entry} facts={facts} files={files} onShow={onShow} />
        ))}
      </ol>
    </section>
  );
}

function Entry({
  entry,
  facts,
  files,
  onShow,
}: Omit<DayProps, "group" | "today"> & { entry: TimelineEntry }) {
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
