/** Day, clock, or words: as much of a time as the person remembers. */
import { isDay } from "../../../src/base/clock.ts";
import type { TypedTime } from "../../../src/cases/typed-time.ts";
import { useWords } from "../../interface/words.ts";

interface TypedTimeFieldsProps {
  legend: string;
  value: TypedTime;
  onChange: (time: TypedTime) => void;
  /** Names start with it: two times may stand in one form. */
  name: string;
}

export function TypedTimeFields({ legend, value, onChange, name }: TypedTimeFieldsProps) {
  const { t } = useWords();
  return (
    <fieldset class="times">
      <legend>{legend}</legend>
      <label>
        <span class="small">{t("time.day")}</span>
        <input
          type="date"
          name={`${name}-day`}
          value={value.day ?? ""}
          onInput={({ currentTarget }) => onChange({ ...value, day: dayIn(currentTarget.value) })}
        />
      </label>
      <label>
        <span class="small">{t("time.clock")}</span>
        <input
          type="time"
          name={`${name}-clock`}
          value={value.clock ?? ""}
          onInput={({ currentTarget }) =>
            onChange({ ...value, clock: currentTarget.value.slice(0, 5) || null })
          }
        />
      </label>
      <label class="grows">
        <span class="small">{t("time.words")}</span>
        <input
          type="text"
          name={`${name}-words`}
          maxLength={100}
          value={value.words}
          onInput={({ currentTarget }) => onChange({ ...value, words: currentTarget.value })}
        />
      </label>
    </fieldset>
  );
}

/** Browsers allow years of five digits. */
function dayIn(typed: string): string | null {
  return isDay(typed) ? typed : null;
}
