/** What a pane proves of itself: by which rows its frames hang together, and whether as many are there as the page says. */
import { expect, test } from "vitest";
import { paneAnchors } from "../../../../src/capture/pane/pane-anchors.ts";
import { paneCounts } from "../../../../src/capture/pane/pane-counts.ts";
import { walkOver } from "./paper-walk.ts";

const rows = Array.from({ length: 60 }, (_, index) => ({ text: `message ${index}`, height: 60 }));

test("every frame but the first hangs on an earlier one by two rows or more", async () => {
  const { frames } = await walkOver(rows, { window: 683 });
  const anchors = paneAnchors(frames);
  const [, ...further] = frames.map(({ sequence }) => sequence);
  expect(anchors.map(({ second }) => second)).toEqual(further);
  for (const { surface, first, second, rows: shared, by } of anchors) {
    expect([surface, by]).toEqual([1, "rows"]);
    expect(first).toBeLessThan(second);
    expect(shared).toBeGreaterThanOrEqual(2);
  }
});

test("places in a list count by the highest one, in whatever frame it was", async () => {
  const { frames } = await walkOver(rows, { window: 683 });
  const placed = frames.map((frame) => {
    const places = frame.pane.rows.map(({ text }) => Number(text.replace("message ", "")) + 1);
    const pane = { ...frame.pane, statedRows: Math.max(...places), statedBy: "aria-posinset" as const };
    return { ...frame, pane };
  });
  expect(placed.at(-1)?.pane.statedRows).toBeLessThan(60);
  expect(paneCounts(placed)).toEqual([{ surface: 1, source: "aria-posinset", stated: 60, seen: 60 }]);
});

test("a number that the page only gave earlier is not held against it", async () => {
  const { frames } = await walkOver(rows, { window: 683 });
  const stated = frames.map((frame, index) => {
    const statedRows = index === frames.length - 1 ? 60 : 30;
    return { ...frame, pane: { ...frame.pane, statedRows, statedBy: "stated" as const } };
  });
  expect(paneCounts(stated)).toEqual([{ surface: 1, source: "stated", stated: 60, seen: 60 }]);
});
