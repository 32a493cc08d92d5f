/** Rows that two views of a pane certainly share: those whose key each view has exactly once, in the same order. */

export interface SeenRow {
  key: string;
  /** CSS pixels from the top edge of the clip; a row may reach beyond it on either side. */
  top: number;
  bottom: number;
}

export interface Anchor {
  before: SeenRow;
  after: SeenRow;
}

/** Rows that say the same as another row in view are never anchors: nobody can tell which of them is which. */
export function commonAnchors(before: readonly SeenRow[], after: readonly SeenRow[]): Anchor[] {
  const singles = singleRows(after);
  const pairs = [...singleRows(before)].flatMap(([key, row]) => {
    const twin = singles.get(key);
    return twin ? [{ before: row, after: twin }] : [];
  });
  return longestInOrder(pairs.sort((one, other) => one.before.top - other.before.top));
}

function singleRows(rows: readonly SeenRow[]): Map<string, SeenRow> {
  const singles = new Map<string, SeenRow>();
  const repeated = new Set<string>();
  for (const row of rows) {
    if (singles.has(row.key)) repeated.add(row.key);
    singles.set(row.key, row);
  }
  for (const key of repeated) singles.delete(key);
  return singles;
}

/** The longest run of pairs that stands in the same order in both views; views are small, so the plain way will do. */
function longestInOrder(pairs: readonly Anchor[]): Anchor[] {
  const best: { length: number; previous: number }[] = [];
  let last = -1;
  for (const [index, pair] of pairs.entries()) {
    best[index] = { length: 1, previous: -1 };
    for (let earlier = 0; earlier < index; earlier += 1) extend(best, pairs, { earlier, index, pair });
    if (last < 0 || (best[index]?.length ?? 0) > (best[last]?.length ?? 0)) last = index;
  }
  const run: Anchor[] = [];
  for (let at = last; at >= 0; at = best[at]?.previous ?? -1) {
    const pair = pairs[at];
    if (pair) run.unshift(pair);
  }
  return run;
}

function extend(
  best: { length: number; previous: number }[],
  pairs: readonly Anchor[],
  { earlier, index, pair }: { earlier: number; index: number; pair: Anchor },
): void {
  const length = (best[earlier]?.length ?? 0) + 1;
  const isInOrder = (pairs[earlier]?.after.top ?? Number.POSITIVE_INFINITY) <= pair.after.top;
  if (isInOrder && length > (best[index]?.length ?? 0)) best[index] = { length, previous: earlier };
}
