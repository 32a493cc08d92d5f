/** What most pages need no answer to, folded away below the one big button. */
import type { Reach } from "../../src/capture/reach.ts";
import { useWords } from "../interface/words.ts";
import { PageFileChoice } from "./page-file-choice.tsx";
import { ReachChoice } from "./reach-choice.tsx";

export interface KeepChoices {
  reach: Reach;
  wantsPageFile: boolean;
  /** Hide pictures this once where the record would keep them. */
  alsoMask?: boolean;
  /** Locators of scrolling areas to walk over, in place of the usual ones. */
  panes?: string[];
}

export const usualChoices: KeepChoices = { reach: { kind: "whole" }, wantsPageFile: false };

interface MoreChoicesProps {
  isMasked: boolean;
  choices: KeepChoices;
  onChoose: (choices: KeepChoices) => void;
  /** Null where the browser makes no archives. */
  onAskForPageFile: (() => Promise<boolean>) | null;
}

export function MoreChoices({ isMasked, choices, onChoose, onAskForPageFile }: MoreChoicesProps) {
  const { t } = useWords();
  return (
    <details class="reach">
      <summary>{t("reach.summary")}</summary>
      <div class="stack">
        <ReachChoice reach={choices.reach} onChoose={(reach) => onChoose({ ...choices, reach })} />
        {/* An archive holds the bytes of pictures: where they are masked there is none to choose. */}
        {!isMasked && onAskForPageFile && (
          <PageFileChoice
            isWanted={choices.wantsPageFile}
            onAsk={onAskForPageFile}
            onChoose={(wantsPageFile) => onChoose({ ...choices, wantsPageFile })}
          />
        )}
      </div>
    </details>
  );
}
