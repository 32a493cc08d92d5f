/** What happened, what is safe, what to do: always these three, in this order. */
import type { FailureCode } from "../../src/base/failure.ts";
import { Icon } from "./icon.tsx";
import { Note } from "./note.tsx";
import { useWords, type Words } from "./words.ts";

/** Failures whose own sentence of what is safe says more than that everything from before is there. */
const sayMore: ReadonlySet<FailureCode> = new Set<FailureCode>([
  "already-capturing",
  "bundle-refused",
  "log-moved",
  "mask-not-confirmed",
  "not-gone",
  "picture-without-consent",
  "read-back-differs",
]);

interface FailureWordsProps {
  code: FailureCode;
  /** How many items are safe; null when the store does not answer. */
  keptCount: number | null;
  /** What to do, where the usual advice does not fit. */
  advice?: string;
}

/** Below a heading with the first sentence. */
export function FailureWords({ code, keptCount, advice }: FailureWordsProps) {
  const { t } = useWords();
  return (
    <>
      <Note tone="good" icon="check">
        <p>{safeWords(t, code, keptCount)}</p>
      </Note>
      <p>{advice ?? t(`failure.${code}.do`)}</p>
    </>
  );
}

function safeWords(t: Words["t"], code: FailureCode, keptCount: number | null): string {
  if (sayMore.has(code) || !keptCount) return t(`failure.${code}.safe`);
  return t("failure.safe-count", { count: keptCount });
}

interface FailurePanelProps extends FailureWordsProps {
  /** The item it is about; null where it is about no single one. */
  itemNumber: number | null;
}

/** For a failure in the middle of a screen that stays as it is. */
export function FailurePanel({ code, keptCount, itemNumber }: FailurePanelProps) {
  const { t } = useWords();
  return (
    <section class="panel stack-s" role="alert">
      <h2>
        <Icon name="info" /> {t(`failure.${code}.what`)}
      </h2>
      {itemNumber !== null && <p data-item={itemNumber}>{t("failure.which-item", { number: itemNumber })}</p>}
      <FailureWords code={code} keptCount={keptCount} />
    </section>
  );
}
