/** Correcting a field: typed, or chosen from what the page showed. The old value stays, and the log says both. */
import { useEffect, useId, useState } from "preact/hooks";
import type { CorrectionDraft } from "../../src/evidence/corrections.ts";
import { isOneAddress } from "../../src/cases/pasted-urls.ts";
import { addressFields, type Field, type FieldName } from "../../src/platforms/field.ts";
import type { PageText as ShownText } from "../../src/platforms/page-texts.ts";
import type { ItemPointing } from "../interface/pointing/use-pointing.ts";
import { PointField } from "./point-field.tsx";
import { Icon } from "../interface/icon.tsx";
import { useFocus } from "../interface/use-focus.ts";
import { useWords } from "../interface/words.ts";

export interface Correcting {
  /** What the page showed, read from the kept files when it is asked for; null where there was no page. */
  readTexts: (() => Promise<readonly ShownText[]>) | null;
  /** Null where there is no page to point at. */
  pointing: ItemPointing | null;
  correct: (draft: CorrectionDraft) => Promise<void>;
}

interface CorrectFieldProps {
  name: FieldName;
  field: Field;
  correcting: Correcting;
}

type Way = "typed" | "pointed";

export function CorrectField({ name, field, correcting }: CorrectFieldProps) {
  const [way, setWay] = useState<Way | null>(null);
  const close = () => setWay(null);
  const { readTexts, pointing } = correcting;
  const save = (after: string | null, method: Way, locator: string) => {
    close();
    void correcting.correct({ field: name, before: field.value, after, method, locator });
  };
  const point = pointing && (() => pointing.start(name));
  if (pointing?.now?.field === name)
    return <PointField name={name} field={field} pointing={pointing} onCorrect={correcting.correct} />;
  if (way === "typed")
    return (
      <TypeForm name={name} field={field} onSave={save} onClose={close} {...(point && { onPoint: point })} />
    );
  if (way === "pointed" && readTexts)
    return <ChooseForm name={name} readTexts={readTexts} onSave={save} onClose={close} />;
  const isCorrected = field.state === "typed" || field.state === "pointed";
  return (
    <Ways
      name={name}
      field={field}
      canChoose={readTexts !== null}
      onWay={setWay}
      {...(point && { onPoint: point })}
      {...(isCorrected && { onUndo: () => save(null, "typed", "") })}
    />
  );
}

interface WaysProps {
  name: FieldName;
  field: Field;
  canChoose: boolean;
  onWay: (way: Way) => void;
  onPoint?: () => void;
  onUndo?: () => void;
}

function Ways({ name, field, canChoose, onWay, onPoint, onUndo }: WaysProps) {
  const { t } = useWords();
  const label = { field: t(`field.${name}`) };
  const look = field.value === null ? "btn" : "btn text";
  return (
    <div class="actions">
      {field.value === null && onPoint && <PointButton name={name} onPoint={onPoint} />}
      {field.value === null && canChoose && (
        <button
          type="button"
          class="btn text"
          data-action={`choose-${name}`}
          aria-label={t("correct.choose-of", label)}
          onClick={() => onWay("pointed")}
        >
          {t("correct.choose")}
        </button>
      )}
      <button
        type="button"
        class={look}
        data-action={`type-${name}`}
        aria-label={t(field.value === null ? "correct.type-of" : "correct.change-of", label)}
        onClick={() => onWay("typed")}
      >
        <Icon name="pencil" /> {t(field.value === null ? "correct.type" : "correct.change")}
      </button>
      {onUndo && (
        <button type="button" class="btn text" data-action={`undo-${name}`} onClick={onUndo}>
          {t("correct.undo")}
        </button>
      )}
    </div>
  );
}

function PointButton({ name, onPoint }: { name: FieldName; onPoint: () => void }) {
  const { t } = useWords();
  return (
    <button
      type="button"
      class="btn"
      data-action={`point-${name}`}
      aria-label={t("point.start-of", { field: t(`field.${name}`) })}
      onClick={onPoint}
    >
      <Icon name="point" /> {t("point.start")}
    </button>
  );
}

interface FormProps {
  name: FieldName;
  onSave: (after: string | null, method: Way, locator: string) => void;
  onClose: () => void;
}

interface TypeFormProps extends FormProps {
  field: Field;
  onPoint?: () => void;
}

function TypeForm({ name, field, onSave, onClose, onPoint }: TypeFormProps) {
  const { t } = useWords();
  const id = useId();
  const input = useFocus<HTMLInputElement>();
  const [value, setValue] = useState(field.value ?? "");
  const isSame = value.trim() === "" || value.trim() === field.value;
  const isNoAddress = !isSame && addressFields.has(name) && !isOneAddress(value);
  const submit = (event: Event) => {
    event.preventDefault();
    if (!isSame && !isNoAddress) onSave(value, "typed", "");
  };
  return (
    <form class="stack-s correct" onSubmit={submit}>
      <label for={id}>{t("correct.label", { field: t(`field.${name}`) })}</label>
      <input
        ref={input}
        id={id}
        type="text"
        maxLength={2_000}
        autocomplete="off"
        value={value}
        aria-describedby={`${id}-hint`}
        onInput={(event) => setValue(event.currentTarget.value)}
      />
      <p id={`${id}-hint`} class="small" role="status">
        {isNoAddress && t("correct.no-address")}
      </p>
      <FormButtons isReady={!isSame && !isNoAddress} onClose={onClose} />
      {onPoint && <PointButton name={name} onPoint={onPoint} />}
    </form>
  );
}

function ChooseForm({
  name,
  readTexts,
  onSave,
  onClose,
}: FormProps & { readTexts: NonNullable<Correcting["readTexts"]> }) {
  const { t } = useWords();
  const id = useId();
  const [texts, setTexts] = useState<readonly ShownText[] | null>(null);
  const [chosen, setChosen] = useState(-1);
  useEffect(() => {
    let isGone = false;
    void readTexts().then((found) => !isGone && setTexts(found));
    return () => {
      isGone = true;
    };
  }, [readTexts]);
  const text = texts?.[chosen];
  const submit = (event: Event) => {
    event.preventDefault();
    if (text) onSave(text.text, "pointed", text.locator);
  };
  return (
    <form class="stack-s correct" onSubmit={submit}>
      <label for={id}>{t("correct.label-choose", { field: t(`field.${name}`) })}</label>
      <select id={id} size={8} onChange={(event) => setChosen(event.currentTarget.selectedIndex)}>
        {(texts ?? []).map((one) => (
          <option key={`${one.locator} ${one.text}`}>{one.text}</option>
        ))}
      </select>
      {texts?.length === 0 && <p class="small soft">{t("correct.no-texts")}</p>}
      <FormButtons isReady={text !== undefined} onClose={onClose} />
    </form>
  );
}

function FormButtons({ isReady, onClose }: { isReady: boolean; onClose: () => void }) {
  const { t } = useWords();
  return (
    <>
      <p class="small soft">{t("correct.stays")}</p>
      <div class="actions">
        <button type="submit" class="btn main" data-action="save-correction" disabled={!isReady}>
          {t("correct.save")}
        </button>
        <button type="button" class="btn text" data-action="cancel-correction" onClick={onClose}>
          {t("correct.cancel")}
        </button>
      </div>
    </>
  );
}
