/** It did not work: what happened, what is safe, what to do, and a button for it. */
import type { FailureCode } from "../../src/base/failure.ts";
import { FailureWords } from "../interface/failure-words.tsx";
import { Headline } from "../interface/headline.tsx";
import { ScreenHeading } from "../interface/screen-heading.tsx";
import { useWords } from "../interface/words.ts";

/** Where no picture can or may be taken, the address and the time still can. */
const canBeNoted: ReadonlySet<FailureCode> = new Set<FailureCode>(["page-refuses", "mask-not-confirmed"]);

interface FailedScreenProps {
  code: FailureCode;
  keptCount: number | null;
  /** Whether the browser tells which page is in front. */
  hasAddress: boolean;
  onNote: () => void;
  onAgain: () => void;
}

export function FailedScreen({ code, keptCount, hasAddress, onNote, onAgain }: FailedScreenProps) {
  const { t } = useWords();
  const isNotable = canBeNoted.has(code);
  const advice = isNotable && !hasAddress ? t("failed.no-address") : undefined;
  return (
    <>
      <div class="stack" role="status">
        <ScreenHeading text={t(`failure.${code}.what`)} />
        <FailureWords code={code} keptCount={keptCount} {...(advice && { advice })} />
      </div>
      <div class="stack-s">
        {isNotable && hasAddress && (
          <button type="button" class="btn main wide" data-action="note" onClick={onNote}>
            <Headline text={t("failed.note")} />
          </button>
        )}
        <button type="button" class="btn wide" data-action="again" onClick={onAgain}>
          {t("failed.again")}
        </button>
      </div>
    </>
  );
}
