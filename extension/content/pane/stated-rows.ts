/** How many rows a scroller has in the page's own words, and where the page says so. */
import { statedCount } from "../../../src/capture/pane/stated-count.ts";
import type { PaneView } from "../../../src/capture/pane/pane-view.ts";
import { numberOf } from "./read-row.ts";

type Stated = Pick<PaneView, "statedRows" | "statedBy">;

const headings = "h1,h2,h3,h4,[role=heading]";
const mostHeadings = 3;
const longestHeading = 200;

/** What is said for machines first; a heading's number last, since it may count what is folded too. */
export function statedRows(scroller: HTMLElement, rows: readonly Element[]): Stated {
  return (
    said("aria-setsize", first(rows, "aria-setsize")) ??
    said("aria-rowcount", rowCount(scroller)) ??
    said("aria-posinset", last(rows, "aria-posinset")) ??
    said("stated", headingCount(scroller, rows)) ?? { statedRows: null }
  );
}

/** -1 stands for "not known". */
function said(statedBy: NonNullable<Stated["statedBy"]>, count: number | null): Stated | null {
  return count !== null && count > 0 ? { statedRows: count, statedBy } : null;
}

function numbersOf(rows: readonly Element[], name: string): number[] {
  return rows.flatMap((row) => {
    const found = numberOf(row, [name]);
    return found !== null && found > 0 ? [found] : [];
  });
}

function first(rows: readonly Element[], name: string): number | null {
  return numbersOf(rows, name)[0] ?? null;
}

function last(rows: readonly Element[], name: string): number | null {
  return numbersOf(rows, name).reduce<number | null>((most, one) => Math.max(most ?? 0, one), null);
}

/** On the scroller, in it, or on the table it is a part of. */
function rowCount(scroller: HTMLElement): number | null {
  const table = scroller.closest("[aria-rowcount]");
  return numberOf(table ?? scroller, ["aria-rowcount"]);
}

/** A heading among the rows speaks of its own row: only those beside them, and the scroller's label, count. */
function headingCount(scroller: HTMLElement, rows: readonly Element[]): number | null {
  const list = rows[0]?.parentElement;
  const inside = [...scroller.querySelectorAll(headings)].filter((heading) => !list?.contains(heading));
  const words = [scroller.getAttribute("aria-label"), ...inside.slice(0, mostHeadings).map(wordsOf)];
  return statedCount(words.map((text) => (text ?? "").slice(0, longestHeading)).join("\n"));
}

function wordsOf({ textContent }: Element): string {
  return textContent ?? "";
}
