/** What conversations do while they are kept: rows that say the same, grow, come in, are too high, or never come. */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepPage } from "../../commands/browser/keep-page.ts";
import { pictureOf } from "../../src/evidence/evidence-item.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { type OpenedItem, packAndOpen } from "./opened-bundle.ts";
import { decodeStrip, listHeight, listRows, rebuildSurface, type SeenRow } from "./pane-rows.ts";

let inBrowser: InBrowser;
const kept = new Map<string, OpenedItem>();
let scrolledTo = 0;

const pages = {
  reversed: "rows=60&page=20&estimate=60&reversed",
  alike: "rows=70&estimate=60&same=20,30",
  tall: "rows=40&tall=20",
  growing: "rows=40&grows=30",
  arriving: "rows=60&arrival=1000",
  stuck: "rows=40&stuck",
};

beforeAll(async () => {
  inBrowser = await startInBrowser();
  for (const query of Object.values(pages)) {
    const page: Page = await inBrowser.open(`/hostile-list.html?${query}`);
    expect(await keepPage(inBrowser.keepleaf, page, "adult")).toMatchObject({ kind: "kept" });
    if (query === pages.tall) scrolledTo = await page.evaluate(distanceFromEnd);
    await page.close();
  }
  const { items } = await packAndOpen(inBrowser);
  for (const [index, name] of Object.keys(pages).entries()) {
    kept.set(name, items[index] ?? expect.fail(`no item ${index}`));
  }
});
afterAll(() => inBrowser.stop());

/** Runs in the page. */
function distanceFromEnd(): number {
  const pane = document.getElementById("pane");
  return pane ? pane.scrollHeight - pane.clientHeight - pane.scrollTop : -1;
}

function itemOf(name: keyof typeof pages): OpenedItem {
  return kept.get(name) ?? expect.fail(`${name} was not kept`);
}

function rowsOf(name: keyof typeof pages): SeenRow[] {
  return decodeStrip(rebuildSurface(itemOf(name), 1));
}

function codesOf(name: keyof typeof pages): string[] {
  return itemOf(name).item.verdict.notes.map(({ code }) => code);
}

test("a list that counts from its end is kept whole", () => {
  expect(rowsOf("reversed")).toEqual(listRows(60));
  expect(itemOf("reversed").item.verdict.kind).toBe("complete");
});

test("thirty rows that say the same are all there, or a gap says that nobody can tell", () => {
  const alike = listRows(70).map((row) =>
    row.number >= 20 && row.number < 50 ? { ...row, height: 48 } : row,
  );
  const gaps = pictureOf(itemOf("alike").item)?.surfaces[1]?.gaps ?? [];
  if (gaps.length === 0) expect(rowsOf("alike")).toEqual(alike);
  else expect(codesOf("alike")).toContain("gap");
  const apart = rowsOf("alike").filter(({ number }) => number < 20 || number >= 50);
  expect(apart.map(({ number }) => number)).toEqual(
    alike.filter(({ number }) => number < 20 || number >= 50).map(({ number }) => number),
  );
});

test("a row three windows high is kept whole", () => {
  const tall = listRows(40).map((row) => (row.number === 20 ? { ...row, height: 2_500 } : row));
  expect(rowsOf("tall")).toEqual(tall);
});

test("a row that grew in between is kept as it was or as it became, never torn", () => {
  const rows = rowsOf("growing");
  expect(rows.map(({ number }) => number)).toEqual(listRows(40).map(({ number }) => number));
  const grown = rows[30]?.height ?? 0;
  expect([listHeight(30), listHeight(30) + 90]).toContain(grown);
  expect(rows.filter(({ number }) => number !== 30)).toEqual(
    listRows(40).filter(({ number }) => number !== 30),
  );
});

test("the older part is whole while new rows come in, and these are noted", () => {
  expect(rowsOf("arriving").slice(0, 60)).toEqual(listRows(60));
  expect(codesOf("arriving")).toContain("rows-arrived");
  expect(codesOf("arriving")).not.toContain("gap");
});

test("a loader that never ends makes the capture partial, for that reason", () => {
  expect(rowsOf("stuck")).toEqual(listRows(40));
  expect(itemOf("stuck").item.verdict.kind).toBe("partial");
  expect(codesOf("stuck")).toEqual(["loader-visible"]);
});

test("the pane stands where the person had left it", () => {
  expect(scrolledTo).toBeLessThanOrEqual(1);
});
