/** Which scrolling areas of the page are kept from end to end, folded away below the one big button. */
import { useState } from "preact/hooks";
import type { PaneList } from "../../src/capture/pane/scroller.ts";
import { PageText } from "../interface/page-text.tsx";
import { useWords, type Words } from "../interface/words.ts";
import { besideOnly, type HiddenAmount, type PaneArea } from "./pane-areas.ts";
import { PaneMap } from "./pane-map.tsx";
import { panePlaces } from "./pane-places.ts";

interface PaneChooserProps {
  list: PaneList;
  areas: readonly PaneArea[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}

export function PaneChooser(props: PaneChooserProps) {
  const { list, areas, chosen, onChoose } = props;
  const { t } = useWords();
  const [focused, setFocused] = useState<string | null>(null);
  const places = panePlaces(list);
  const beside = besideOnly(list);
  const others = areas.filter(({ isUsual }) => !isUsual).length;
  return (
    <details class="panes">
      <summary>{others > 0 ? t("panes.summary", { count: others }) : t("panes.summary-own")}</summary>
      <fieldset class="stack-s">
        <legend>{t("panes.question")}</legend>
        <PaneMap list={list} areas={areas} chosen={chosen} focused={focused} idOf={idOf} />
        <p class="small soft">{t("panes.map")}</p>
        <div class="choices">
          {areas.map((area) => (
            <PaneChoiceLine
              key={area.number}
              area={area}
              isInView={places.has(area.locator)}
              isChosen={chosen.has(area.locator)}
              onChoose={(isChosen) => onChoose(withOne(chosen, area.locator, isChosen))}
              onFocus={(isFocused) => setFocused(isFocused ? area.locator : null)}
            />
          ))}
        </div>
        {beside > 0 && <p class="small soft">{t("panes.beside-only", { count: beside })}</p>}
        <p class="small soft">{t("panes.hint")}</p>
      </fieldset>
    </details>
  );
}

function idOf({ number }: PaneArea): string {
  return `pane-${number}`;
}

function withOne(chosen: ReadonlySet<string>, locator: string, isChosen: boolean): ReadonlySet<string> {
  const changed = new Set(chosen);
  if (isChosen) changed.add(locator);
  else changed.delete(locator);
  return changed;
}

interface PaneChoiceLineProps {
  area: PaneArea;
  isInView: boolean;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
  onFocus: (isFocused: boolean) => void;
}

function PaneChoiceLine({ area, isInView, isChosen, onChoose, onFocus }: PaneChoiceLineProps) {
  const { t } = useWords();
  const id = idOf(area);
  const { number, label } = area;
  return (
    <div class="choice">
      {/* Its name is said here, because a second label stands on the drawing. */}
      <input
        type="checkbox"
        id={id}
        name="pane"
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-facts`}
        checked={isChosen}
        onChange={(event) => onChoose(event.currentTarget.checked)}
        onFocus={({ currentTarget }) => onFocus(currentTarget.matches(":focus-visible"))}
        onBlur={() => onFocus(false)}
      />
      <label for={id}>
        <span id={`${id}-name`}>
          {number}. {label === "" ? t("panes.nameless") : <PageText text={label} />}
        </span>
        <span id={`${id}-facts`}>
          {factsOf(t, area, isInView).map((fact) => (
            <span key={fact} class="fact small soft">
              {" "}
              {fact}
            </span>
          ))}
        </span>
      </label>
    </div>
  );
}

function factsOf(t: Words["t"], area: PaneArea, isInView: boolean): string[] {
  const { isUsual, isConversation, hasMoreBeside, hidden } = area;
  const facts = [
    hiddenWords(t, hidden),
    isConversation && t("panes.conversation"),
    hasMoreBeside && t("panes.beside"),
    !isInView && t("panes.outside"),
    isUsual && t("panes.usual"),
  ];
  return facts.filter((fact) => fact !== false);
}

function hiddenWords(t: Words["t"], { side, screens }: HiddenAmount): string {
  const place = t(`panes.side.${side}`);
  if (screens === 0) return t("panes.hidden-part", { side: place });
  return screens === 1 ? t("panes.hidden-one", { side: place }) : t("panes.hidden", { side: place, screens });
}
