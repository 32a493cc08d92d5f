/**
 * A small drawing of the window with the scrolling areas in it. Pressing one ticks it in the list beside it, which
 * says everything in words; so the drawing itself is for eyes and hands only.
 */
import type { PaneList } from "../../src/capture/pane/scroller.ts";
import { Icon } from "../interface/icon.tsx";
import type { PaneArea } from "./pane-areas.ts";
import { type Place, panePlaces } from "./pane-places.ts";

interface PaneMapProps {
  list: PaneList;
  areas: readonly PaneArea[];
  chosen: ReadonlySet<string>;
  /** Locator of the area whose tick box has the focus. */
  focused: string | null;
  idOf: (area: PaneArea) => string;
}

export function PaneMap({ list, areas, chosen, focused, idOf }: PaneMapProps) {
  const ratio = String(list.window.width / Math.max(1, list.window.height));
  return (
    <div class="pane-map" aria-hidden="true" style={{ "--ratio": ratio }}>
      {[...panePlaces(list)].map(([locator, place]) => {
        const area = areas.find((one) => one.locator === locator);
        if (!area) return null;
        const looks = { isChosen: chosen.has(locator), isFocused: locator === focused };
        return <PaneOnMap key={locator} area={area} place={place} id={idOf(area)} {...looks} />;
      })}
    </div>
  );
}

interface PaneOnMapProps {
  area: PaneArea;
  place: Place;
  id: string;
  isChosen: boolean;
  isFocused: boolean;
}

function PaneOnMap({ area, place, id, isChosen, isFocused }: PaneOnMapProps) {
  const names = ["area", isChosen && "chosen", isFocused && "focused"].filter(Boolean).join(" ");
  return (
    <label for={id} class={names} style={inPercent(place)}>
      {isChosen && <Icon name="check" />}
      {area.number}
    </label>
  );
}

function inPercent({ left, top, width, height }: Place): Record<keyof Place, string> {
  return { left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` };
}
