/** Our side of a pointing: what to do in the page, then what was pointed at, to be confirmed here and nowhere else. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Pointed } from "../../../src/capture/pointing/pointed.ts";
import type { FieldName } from "../../../src/platforms/field.ts";
import { type PointedValue, pointedValues } from "../../../src/platforms/pointed-values.ts";
import { Choice } from "../choice.tsx";
import { Icon } from "../icon.tsx";
import { PageText } from "../page-text.tsx";
import { ScreenHeading } from "../screen-heading.tsx";
import { useFocus } from "../use-focus.ts";
import { useWords, type Words } from "../words.ts";
import type { PointingState } from "./use-pointing.ts";

interface PointPanelProps {
  field: FieldName;
  state: PointingState;
  /** The page to point at is in another tab than this. */
  isElsewhere: boolean;
  onTake: (value: PointedValue) => void;
  onAgain: () => void;
  onStop: () => void;
}

export function PointPanel(props: PointPanelProps) {
  const { state, onAgain, onStop } = props;
  const { t } = useWords();
  if (state.kind === "looking") return <Guide {...props} />;
  if (state.kind === "chosen") return <Confirm {...props} pointed={state.pointed} />;
  const why =
    state.kind === "ended" ? (`ended.${state.because}` as const) : (`refused.${state.because}` as const);
  return (
    <Panel kind={state.kind} title={t(`point.${why}`)} isScreen={!props.isElsewhere}>
      <p>{t(`point.${why}-next`)}</p>
      <div class="actions">
        <button type="button" class="btn" data-action="point-again" onClick={onAgain}>
          {t("point.again")}
        </button>
        <button type="button" class="btn text" data-action="point-drop" onClick={onStop}>
          {t("correct.cancel")}
        </button>
      </div>
    </Panel>
  );
}

function Guide({ field, isElsewhere, onStop }: PointPanelProps) {
  const { t } = useWords();
  return (
    <Panel kind="looking" title={t("point.title", { field: t(`field.${field}`) })} isScreen={!isElsewhere}>
      {isElsewhere && <p>{t("point.comes-back")}</p>}
      <ol>
        <li>{t("point.how-rest")}</li>
        <li>{t("point.how-stay")}</li>
      </ol>
      <p class="small soft">{t("point.how-keys")}</p>
      <p class="small soft">{t("point.safe")}</p>
      <div class="actions">
        <button type="button" class="btn" data-action="point-drop" onClick={onStop}>
          {t("point.stop")}
        </button>
      </div>
    </Panel>
  );
}

function Confirm({
  field,
  isElsewhere,
  pointed,
  onTake,
  onAgain,
  onStop,
}: Omit<PointPanelProps, "state"> & { pointed: Pointed }) {
  const { t } = useWords();
  const values = pointedValues(field, pointed);
  const [chosen, setChosen] = useState(0);
  const value = values[chosen];
  const title = titleOf(t, field, values);
  return (
    <Panel kind="chosen" title={title} isScreen={!isElsewhere}>
      <Values field={field} values={values} chosen={chosen} onChoose={setChosen} />
      {value && <p class="small soft">{t("correct.stays")}</p>}
      <div class="actions">
        {value && (
          <button type="button" class="btn main" data-action="point-take" onClick={() => onTake(value)}>
            {t("point.take")}
          </button>
        )}
        <button type="button" class="btn" data-action="point-again" onClick={onAgain}>
          {t("point.again")}
        </button>
        <button type="button" class="btn text" data-action="point-drop" onClick={onStop}>
          {t("point.drop")}
        </button>
      </div>
    </Panel>
  );
}

function titleOf(t: Words["t"], field: FieldName, { length }: readonly PointedValue[]): string {
  if (length === 0) return t("point.nothing");
  return length === 1 ? t("point.found") : t("point.which", { field: t(`field.${field}`) });
}

interface ValuesProps {
  field: FieldName;
  values: readonly PointedValue[];
  chosen: number;
  onChoose: (place: number) => void;
}

function Values({ field, values, chosen, onChoose }: ValuesProps) {
  const { t } = useWords();
  const label = { field: t(`field.${field}`) };
  const [only] = values;
  if (!only) return null;
  if (values.length === 1)
    return (
      <>
        <p>{t("point.found-for", label)}</p>
        <PointedWords value={only} />
      </>
    );
  return (
    <fieldset>
      <legend class="visually-hidden">{t("point.which", label)}</legend>
      <div class="choices">
        {values.map((value, place) => (
          <Choice
            key={value.kind}
            name="pointed"
            value={value.kind}
            isChosen={place === chosen}
            onChoose={() => onChoose(place)}
          >
            <span class="small soft">{t(`point.kind.${value.kind}`)}</span>
            <PointedWords value={value} />
          </Choice>
        ))}
      </div>
    </fieldset>
  );
}

function PointedWords({ value: { kind, value } }: { value: PointedValue }) {
  const isCode = kind === "address" || kind === "time";
  return (
    <span class={isCode ? "pointed-value mono" : "pointed-value"} data-pointed={kind}>
      <PageText text={value} />
    </span>
  );
}

interface PanelProps {
  kind: PointingState["kind"];
  title: string;
  /** In the popup it is the whole screen. */
  isScreen: boolean;
  children: ComponentChildren;
}

/** The focus waits at its title for whoever comes back from the page. */
function Panel({ kind, title, isScreen, children }: PanelProps) {
  return (
    <section class="stack-s point-panel" data-pointing={kind}>
      {isScreen ? (
        <ScreenHeading key={kind} text={title} icon="point" />
      ) : (
        <PartHeading key={kind} text={title} />
      )}
      {children}
    </section>
  );
}

function PartHeading({ text }: { text: string }) {
  const heading = useFocus<HTMLHeadingElement>();
  return (
    <h2 ref={heading} tabIndex={-1}>
      <Icon name="point" /> {text}
    </h2>
  );
}
