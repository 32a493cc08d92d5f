/** A record by days, newest first: a stem, and what was kept as its leaves. */
import type { CaseFile } from "../../src/evidence/case-file.ts";
import type { FileReader } from "../interface/covered-picture.tsx";
import { dayWords, type LocalMoment } from "../interface/date-wording.ts";
import { ScreenHeading } from "../interface/screen-heading.tsx";
import { useWords } from "../interface/words.ts";
import { type DayGroup, dayGroups } from "./day-groups.ts";
import { LeafCard } from "./leaf-card.tsx";
import type { LibraryContents } from "./library-contents.ts";
import type { LibraryView } from "./library-view.ts";
import { NextStep } from "./next-step.tsx";

interface TimelineScreenProps {
  contents: LibraryContents;
  caseFile: CaseFile;
  files: FileReader;
  today: LocalMoment;
  onShow: (view: LibraryView) => void;
}

export function TimelineScreen({ contents, caseFile, files, today, onShow }: TimelineScreenProps) {
  const { t } = useWords();
  const { items, log } = contents;
  return (
    <div class="with-aside">
      <div class="stack">
        <div>
          <ScreenHeading text={t("case.name", { code: caseFile.code })} />
          <p class="soft">{t("timeline.count", { count: items.length })}</p>
          <p class="soft">{t(`timeline.about.${caseFile.about}`)}</p>
        </div>
        <div>
          {dayGroups(items).map((group) => (
            <Day key={group.day} group={group} files={files} today={today} onShow={onShow} />
          ))}
        </div>
      </div>
      <NextStep items={items} log={log} onPack={() => onShow({ screen: "pack" })} />
    </div>
  );
}

interface DayProps extends Pick<TimelineScreenProps, "files" | "today" | "onShow"> {
  group: DayGroup;
}

function Day({ group, files, today, onShow }: DayProps) {
  const { language } = useWords();
  const [first] = group.items;
  return (
    <section class="day">
      <h2>{first && dayWords(language, first.item.startedAt, today)}</h2>
      <ol class="stem">
        {group.items.map((stored) => (
          <LeafCard
            key={stored.item.id}
            stored={stored}
            files={files}
            onOpen={() => onShow({ screen: "item", itemId: stored.item.id })}
          />
        ))}
      </ol>
    </section>
  );
}
