/** First screen: what page this is, which record it goes to, one button. */
import { useState } from "preact/hooks";
import type { TabInFront } from "../browser/active-tab.ts";
import type { PaneList } from "../../src/capture/pane/scroller.ts";
import { Headline } from "../interface/headline.tsx";
import { LeafMark } from "../interface/leaf-mark.tsx";
import { Strong } from "../interface/strong.tsx";
import { useWords } from "../interface/words.ts";
import { CaseLine } from "./case-line.tsx";
import { type KeepChoices, MoreChoices, usualChoices } from "./more-choices.tsx";
import { PageInFront } from "./page-in-front.tsx";
import { ChatNote } from "./chat-note.tsx";
import { paneAreas, panesWanted, usualPanes } from "./pane-areas.ts";
import { PaneChooser } from "./pane-chooser.tsx";
import type { CaseChoice } from "./popup-state.ts";

interface IdleScreenProps {
  tab: TabInFront;
  choices: readonly CaseChoice[];
  chosen: CaseChoice;
  keptCount: number;
  /** Null where nothing is known of them. */
  panes: PaneList | null;
  knowsChats: boolean;
  onChatsKnown: () => void;
  onChoose: (caseId: string | null) => void;
  onKeep: (choices: KeepChoices) => void;
  onAskForPageFile: (() => Promise<boolean>) | null;
  onOpenIntake: () => void;
  onOpenTimeline: () => void;
}

export function IdleScreen(props: IdleScreenProps) {
  const { tab, choices, chosen, keptCount, panes, onChoose, onKeep, onOpenIntake, onOpenTimeline } = props;
  const { t } = useWords();
  const [more, setMore] = useState(usualChoices);
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null);
  const areas = panes ? paneAreas(panes) : [];
  const scrolled = picked ?? usualPanes(areas);
  const isChatScrolled = areas.some((area) => area.isConversation && scrolled.has(area.locator));
  const keep = () => {
    const wanted = panesWanted(areas, scrolled);
    onKeep({ ...more, ...(wanted && { panes: wanted }) });
  };
  const isMasked = chosen.mask !== null;
  return (
    <>
      <h1 class="visually-hidden">{t("idle.title")}</h1>
      <PageInFront tab={tab} />
      <div class="stack-s">
        <button type="button" class="btn main big" data-action="keep" onClick={keep}>
          <LeafMark /> <Headline text={t("idle.keep")} />
        </button>
        <p class="small">{t("idle.where")}</p>
      </div>
      {/* Always there, so that what appears in it is read out. */}
      <div role="status">
        {isChatScrolled && !props.knowsChats && <ChatNote onKnown={props.onChatsKnown} />}
      </div>
      {panes && areas.length > 0 && (
        <PaneChooser list={panes} areas={areas} chosen={scrolled} onChoose={setPicked} />
      )}
      <CaseLine choices={choices} chosen={chosen} onChoose={onChoose} onOpenIntake={onOpenIntake} />
      {!isMasked && (
        <AlsoMask isChosen={more.alsoMask === true} choose={(alsoMask) => setMore({ ...more, alsoMask })} />
      )}
      <MoreChoices
        isMasked={isMasked || more.alsoMask === true}
        choices={more}
        onChoose={setMore}
        onAskForPageFile={props.onAskForPageFile}
      />
      <KeptSoFar count={keptCount} onOpen={onOpenTimeline} />
      <p class="small soft">
        <Strong text={t("idle.help-line")} strong="113" />
      </p>
    </>
  );
}

/** Where pictures may be kept, hiding them is offered for each page. */
function AlsoMask({ isChosen, choose }: { isChosen: boolean; choose: (isChosen: boolean) => void }) {
  const { t } = useWords();
  return (
    <label class="also-mask">
      <input
        type="checkbox"
        name="also-mask"
        checked={isChosen}
        onChange={({ currentTarget }) => choose(currentTarget.checked)}
      />
      <span>{t("mask.also")}</span>
    </label>
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
