/** A record by days, newest first: a stem, what was kept as its leaves, and a person's own words among them. */
import type { ComponentChildren } from "preact";
import { toldEvents } from "../../src/cases/timeline.ts";
import { maskReason } from "../../src/evidence/capture-mode.ts";
import type { CaseFile } from "../../src/evidence/case-file.ts";
import type { FileReader } from "../interface/covered-picture.tsx";
import { ScreenHeading } from "../interface/screen-heading.tsx";
import { useWords } from "../interface/words.ts";
import type { Moment } from "../../src/base/clock.ts";
import { AddMore } from "./case/add-more.tsx";
import { FactNotes } from "./case/fact-notes.tsx";
import { dayGroups, isLong, openDays } from "./day-groups.ts";
import type { LibraryContents } from "./library-contents.ts";
import type { LibraryView } from "./library-view.ts";
import { NextStep } from "./next-step.tsx";
import { ClearingPart } from "./purge/clearing-part.tsx";
import { TimelineDay } from "./timeline-day.tsx";
import { TimelineFilters } from "./timeline-filters.tsx";
import type { Folds } from "./use-folds.ts";
import { kindOf, type TimelineKind } from "./timeline-kinds.ts";

interface TimelineScreenProps {
  contents: LibraryContents;
  caseFile: CaseFile;
  files: FileReader;
  today: Moment;
  /** The one kind that is looked at; null for all. */
  only: TimelineKind | null;
  onOnly: (only: TimelineKind | null) => void;
  onShow: (view: LibraryView) => void;
  folds: Folds;
  /** Whether what lies here is still needed, where that is to be asked. */
  question: ComponentChildren;
}

export function TimelineScreen(props: TimelineScreenProps) {
  const { t } = useWords();
  const { contents, caseFile, today, only, onOnly, onShow } = props;
  const { items, log, facts } = contents;
  return (
    <div class="with-aside">
      <div class="stack">
        <div>
          <ScreenHeading text={t("case.name", { code: caseFile.code })} />
          <p class="soft">{t("timeline.count", { count: items.length })}</p>
          <p class="soft">{t(`idle.mode.${maskReason(caseFile, facts) ?? "none"}`)}</p>
        </div>
        <TimelineFilters
          entries={dayGroups(items, toldEvents(facts)).flatMap(({ entries }) => entries)}
          only={only}
          onChoose={onOnly}
        />
        <Days {...props} />
        <FactNotes facts={facts} />
        <ClearingPart contents={contents} onShow={onShow} />
      </div>
      <div class="stack">
        {items.length > 0 && <NextStep items={items} log={log} onPack={() => onShow({ screen: "pack" })} />}
        {props.question}
        <AddMore now={today} onShow={onShow} />
      </div>
    </div>
  );
}

function Days({ contents: { items, facts, log }, files, today, only, onShow, folds }: TimelineScreenProps) {
  const groups = dayGroups(items, toldEvents(facts))
    .map(({ day, entries }) => ({
      day,
      entries: entries.filter((entry) => only === null || kindOf(entry) === only),
    }))
    .filter(({ entries }) => entries.length > 0);
  const open = openDays(groups);
  return (
    <div>
      {groups.map((group) => (
        <TimelineDay
          key={group.day}
          group={group}
          isFolded={!open.has(group.day)}
          isLong={isLong(groups)}
          log={log}
          facts={facts}
          files={files}
          folds={folds}
          today={today}
          onShow={onShow}
        />
      ))}
    </div>
  );
}
