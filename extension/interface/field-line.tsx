/** One field: name, value, where it is from; the rest below. */
import type { ComponentChildren } from "preact";
import type { WordKey } from "../../src/words/say.ts";
import { Chip } from "./chip.tsx";
import type { ChipWords } from "./field-rows.ts";
import { PageText } from "./page-text.tsx";
import { useWords } from "./words.ts";

interface FieldLineProps {
  label: WordKey;
  /** Null when nothing was found: the chip says why. */
  value: string | null;
  /** Addresses and IDs are set in a fixed width, so that every character counts. */
  isCode?: boolean;
  chip: ChipWords;
  children?: ComponentChildren;
}

export function FieldLine({ label, value, isCode = false, chip, children }: FieldLineProps) {
  const { t } = useWords();
  return (
    <div>
      <dt>{t(label)}</dt>
      <dd>
        {value !== null && (
          <span class={isCode ? "value mono" : "value"}>
            <PageText text={value} />
          </span>
        )}
        <Chip look={chip.look} icon={chip.icon} text={t(chip.word)} />
        {children && <div class="more">{children}</div>}
      </dd>
    </div>
  );
}
