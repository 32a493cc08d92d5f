/** Fixtures 15, 18 to 22 and the scroller of 24: what inner scrollers do to whoever scrolls them, in a real browser. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pictureOf, proofOf } from "../../src/evidence/evidence-item.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { codesOf, keepFixtures } from "./kept-pages.ts";
import type { OpenedItem } from "./opened-bundle.ts";
import { appShell, paneInShadow, rowsFrom } from "./pane-pages.ts";
import { decodeStrip, listRows, rebuildSurface, type SeenRow } from "./pane-rows.ts";
import { pixelAt, rebuildPage } from "./read-pixels.ts";

const list = (habits: string) => `/hostile-list.html?${habits}`;
const reversed = list("rows=30&reversed&estimate=60&page=12");
const alikeSteady = list("rows=40&same=6,30");
const alikeGuessed = list("rows=40&same=6,30&estimate=60");
const tall = list("rows=14&tall=7");
const grows = list("rows=24&grows=11&again");
const growsSlowly = list("rows=24&grows=11&slowly");
const arrivals = list("rows=24&arrival=1000");
const stuck = list("rows=16&stuck");

/** Most of the time is waiting: two browsers wait for half of it each. */
const shares = [
  ["/shell", "/shadow", alikeGuessed, tall],
  [reversed, alikeSteady, grows, growsSlowly, arrivals, stuck],
];
const kept = new Map<string, OpenedItem>();
let browsers: InBrowser[];

beforeAll(async () => {
  browsers = await Promise.all(shares.map(() => startInBrowser()));
  await Promise.all(browsers.map((inBrowser, index) => keepShare(inBrowser, shares[index] ?? [])));
});
afterAll(() => Promise.all(browsers.map((inBrowser) => inBrowser.stop())));

async function keepShare(inBrowser: InBrowser, paths: readonly string[]): Promise<void> {
  inBrowser.pages.put("/shell", appShell);
  inBrowser.pages.put("/shadow", paneInShadow);
  const items = await keepFixtures(
    inBrowser,
    paths.map((path) => ({ path })),
  );
  for (const [path, item] of items) kept.set(path, item);
}

function itemAt(path: string): OpenedItem {
  return kept.get(path) ?? expect.fail(`no item ${path}`);
}

function rowsOf(path: string): SeenRow[] {
  return decodeStrip(rebuildSurface(itemAt(path), 1));
}

interface ToldRow {
  text: string;
  box: { y: number; height: number };
}

function transcriptOf(path: string): { rows: ToldRow[]; gaps: { beforeRow: number; because: string }[] } {
  return JSON.parse(itemAt(path).read("transcript-1.json")) as ReturnType<typeof transcriptOf>;
}

/** The button over a corner of that list comes and goes: such places are noted, and nothing else is. */
function notesOf(path: string): string[] {
  const quiet = ["occluded-patch", "unstable-seam"];
  return [...new Set(codesOf(itemAt(path)))].filter((code) => !quiet.includes(code));
}

describe("a page that is a frame around one scroller", () => {
  test("proves by which rows its frames hang together, and that none is missing", () => {
    const { item } = itemAt("/shell");
    const proof = item.format === "keepleaf-item-2" ? item.proof : null;
    const inPane = pictureOf(item)?.frames.filter(({ surface }) => surface === 1) ?? [];
    expect(proof?.continuity.anchors).toHaveLength(inPane.length - 1);
    for (const { rows, by } of proof?.continuity.anchors ?? []) {
      expect(by).toBe("rows");
      expect(rows).toBeGreaterThanOrEqual(2);
    }
    const counts = [{ surface: 1, source: "aria-rowcount", stated: 20, seen: 20 }];
    expect(proof?.crossCounts).toEqual({ clause: "P5", state: "holds", counts });
  });

  test("has what it frames once, whole, and nothing of the frame in it", () => {
    const pane = rebuildSurface(itemAt("/shell"), 1);
    expect(decodeStrip(pane)).toEqual(rowsFrom(0, 20));
    expect(pixelAt(pane, pane.width - 5, 5)).not.toEqual([0x33, 0x66, 0x99, 255]);
    expect(itemAt("/shell").item.verdict).toEqual({ kind: "complete", notes: [] });
  });

  test("has the frame in the picture of the page, once", () => {
    const page = rebuildPage(itemAt("/shell"));
    expect(pixelAt(page, 600, 30)).toEqual([0x33, 0x66, 0x99, 255]);
    expect(page.height).toBe(itemAt("/shell").frames[0]?.height);
  });
});

test("a scroller in a closed shadow root is found and kept whole", () => {
  expect(rowsOf("/shadow")).toEqual(rowsFrom(0, 16));
  expect(transcriptOf("/shadow").rows.map(({ text }) => text)).toEqual(
    rowsFrom(0, 16).map(({ number }) => `訊息 ${number}`),
  );
  expect(itemAt("/shadow").item.verdict).toEqual({ kind: "complete", notes: [] });
});

test("a list that counts from its end is told whole and in order", () => {
  expect(rowsOf(reversed)).toEqual(listRows(30));
  expect(transcriptOf(reversed).gaps).toEqual([]);
  expect(notesOf(reversed)).toEqual([]);
});

const alike = listRows(40).map((row) => (row.number >= 6 && row.number < 36 ? { ...row, height: 48 } : row));

test("thirty rows that say the same are told one by one where nothing is rewritten", () => {
  expect(rowsOf(alikeSteady)).toEqual(alike);
  expect(transcriptOf(alikeSteady).rows).toHaveLength(40);
  expect(notesOf(alikeSteady)).toEqual([]);
});

test("where their heights are guessed they are whole, or a gap says that they may not be", () => {
  const { rows, gaps } = transcriptOf(alikeGuessed);
  if (gaps.length === 0) {
    expect(rows).toHaveLength(40);
    expect(rowsOf(alikeGuessed)).toEqual(alike);
    return;
  }
  expect(notesOf(alikeGuessed)).toContain("gap");
  expect(itemAt(alikeGuessed).item.verdict.kind).toBe("partial");
  expectUnbroken(rowsOf(alikeGuessed), alike);
});

/** Between gaps every row is whole and followed by its true neighbour. */
function expectUnbroken(seen: readonly SeenRow[], truth: readonly SeenRow[]): void {
  const whole = seen.filter(({ number, height }) => height === truth[number]?.height);
  expect(new Set(whole.map(({ number }) => number)).size).toBe(truth.length);
}

test("a row higher than its window is one row, as high as it is", () => {
  expect(rowsOf(tall)).toEqual(
    listRows(14).map((row) => (row.number === 7 ? { ...row, height: 2_500 } : row)),
  );
  expect(transcriptOf(tall).rows).toHaveLength(14);
  expect(notesOf(tall)).toEqual([]);
});

test("a row that grows while it is captured is there once, as it was in the end", () => {
  expectGrown(grows, 90);
});

test("where it grows longer than anybody waits, its frame is taken again, and that is counted", () => {
  expectGrown(growsSlowly, 480);
  const { state, retakes } = proofOf(itemAt(growsSlowly).item)?.stability ?? expect.fail("no proof");
  expect(state).toBe("holds");
  expect(retakes).toBeGreaterThanOrEqual(1);
});

function expectGrown(path: string, by: number): void {
  const grown = listRows(24).map((row) => (row.number === 11 ? { ...row, height: row.height + by } : row));
  expect(rowsOf(path)).toEqual(grown);
  expect(transcriptOf(path).rows).toHaveLength(24);
  expect(transcriptOf(path).gaps).toEqual([]);
}

test("new rows every second leave the older part whole, and are noted", () => {
  const seen = rowsOf(arrivals);
  expect(seen.slice(0, 24)).toEqual(listRows(24));
  expect(seen.length).toBeGreaterThan(24);
  expect(notesOf(arrivals)).toContain("rows-arrived");
  expect(itemAt(arrivals).item.verdict.kind).toBe("complete-with-notes");
});

test("a loader that never ends is not waited for, and makes it partial", () => {
  expect(rowsOf(stuck)).toEqual(listRows(16));
  expect(notesOf(stuck)).toContain("loader-visible");
  expect(itemAt(stuck).item.verdict.kind).toBe("partial");
});
