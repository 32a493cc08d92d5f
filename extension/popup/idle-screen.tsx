/** First screen: what page this is, one question, one button. */
import type { AboutAge } from "../../src/evidence/case-file.ts";
import type { TabInFront } from "../browser/active-tab.ts";
import { Headline } from "../interface/headline.tsx";
import { LeafMark } from "../interface/leaf-mark.tsx";
import { Strong } from "../interface/strong.tsx";
import { useWords } from "../interface/words.ts";
import { AboutQuestion } from "./about-question.tsx";
import { PageInFront } from "./page-in-front.tsx";

interface IdleScreenProps {
  tab: TabInFront;
  about: AboutAge;
  onAnswer: (about: AboutAge) => void;
  keptCount: number;
  onKeep: (about: AboutAge) => void;
  onOpenTimeline: () => void;
}

export function IdleScreen({ tab, about, onAnswer, keptCount, onKeep, onOpenTimeline }: IdleScreenProps) {
  const { t } = useWords();
  return (
    <>
      <h1 class="visually-hidden">{t("idle.title")}</h1>
      <PageInFront tab={tab} />
      <AboutQuestion about={about} onAnswer={onAnswer} />
      <div class="stack-s">
        <button type="button" class="btn main big" data-action="keep" onClick={() => onKeep(about)}>
          <LeafMark /> <Headline text={t("idle.keep")} />
        </button>
        <p class="small">{t("idle.where")}</p>
      </div>
      <KeptSoFar count={keptCount} onOpen={onOpenTimeline} />
      <p class="small soft">
        <Strong text={t("idle.help-line")} strong="113" />
      </p>
    </>
  );
}

function KeptSoFar({ count, onOpen }: { count: number; onOpen: () => void }) {
  const { t } = useWords();
  return (
    <div class="line">
      <p>
        <Strong text={t("idle.kept-count", { count })} strong={String(count)} />
      </p>
      <button type="button" class="btn text" data-action="open-library" onClick={onOpen}>
        {t("idle.open-library")}
      </button>
    </div>
  );
}
