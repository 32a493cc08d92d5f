/** Fixtures 23 to 25: frames and shadow trees in the page, and tables wider than the window, from either side. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isColour, runsOf } from "./colour-runs.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { codesOf, keepFixtures } from "./kept-pages.ts";
import { decodeRows, numberedRowsPage, wholeRows } from "./numbered-rows.ts";
import type { OpenedItem } from "./opened-bundle.ts";
import { pixelAt, rebuildPage } from "./read-pixels.ts";

const columns = 25;
const tableRows = 20;
const cellWidth = 200;
const cellHeight = 100;

/** Each cell has a colour of its own, that says its column and row. */
function cellColour(column: number, row: number): readonly [number, number, number] {
  return [20 + column * 9, 20 + row * 11, 128];
}

function tablePage(direction: "ltr" | "rtl"): string {
  const cells = Array.from({ length: columns * tableRows }, (_, index) => {
    const [red, green, blue] = cellColour(index % columns, Math.floor(index / columns));
    return `<b style="background:rgb(${red},${green},${blue})">格</b>`;
  });
  return `<!doctype html><html dir="${direction}"><meta charset="utf-8"><style>html,body{margin:0}
    main{display:grid;grid-template-columns:repeat(${columns},${cellWidth}px);width:${columns * cellWidth}px}
    b{height:${cellHeight}px;font:10px sans-serif;text-align:end}</style><main>${cells.join("")}</main>`;
}

const tall = `<!doctype html><body style="margin:0"><div style="height:900px;background:#b9c7c4">裡面</div>`;

function framedPage(elsewhere: string): string {
  const frame = (top: number, attributes: string) =>
    `<iframe ${attributes} style="position:absolute;left:540px;top:${top}px;width:150px;height:200px;border:0"></iframe>`;
  return numberedRowsPage({
    count: 15,
    after: [
      frame(100, 'src="/tall"'),
      frame(400, `srcdoc='${tall}'`),
      frame(700, `src="${elsewhere}"`),
      frame(1_000, `sandbox srcdoc='${tall}'`),
      frame(1_250, `srcdoc='<!doctype html><p>短'`),
    ].join(""),
  });
}

const shadowPage = `<!doctype html><html><meta charset="utf-8"><style>html,body{margin:0}</style>
<div id="open"></div><div id="closed"></div>
<div id="declared"><template shadowrootmode="open"><style>p{height:300px;margin:0;background:#1a1}</style><p>宣告</p></template></div>
<script>
  const sheet = new CSSStyleSheet(); sheet.replaceSync("p{height:700px;margin:0;background:#a11}");
  for (const mode of ["open", "closed"]) {
    const root = document.getElementById(mode).attachShadow({ mode });
    root.adoptedStyleSheets = [sheet];
    root.append(Object.assign(document.createElement("p"), { textContent: mode }));
    const scroller = document.createElement("div");
    scroller.style.cssText = "height:200px;overflow:auto;background:#11a";
    scroller.append(Object.assign(document.createElement("div"), { style: "height:500px" }));
    root.append(scroller);
  }
</script>`;

let inBrowser: InBrowser;
let kept: Map<string, OpenedItem>;

beforeAll(async () => {
  inBrowser = await startInBrowser();
  const { pages } = inBrowser;
  pages.put("/tall", tall);
  pages.put("/wide", tablePage("ltr"));
  pages.put("/wide-rtl", tablePage("rtl"));
  // Another host name of this computer is another origin.
  pages.put("/framed", framedPage(pages.addressOf("/tall").replace("localhost", "127.0.0.1")));
  pages.put("/shadows", shadowPage);
  const paths = ["/wide", "/wide-rtl", "/framed", "/shadows"];
  kept = await keepFixtures(
    inBrowser,
    paths.map((path) => ({ path })),
  );
});
afterAll(() => inBrowser.stop());

function itemAt(path: string): OpenedItem {
  return kept.get(path) ?? expect.fail(`no item for ${path}`);
}

describe("25: a table of 5,000 px, in both directions of writing", () => {
  test.each([
    ["/wide", (column: number) => column],
    ["/wide-rtl", (column: number) => columns - 1 - column],
  ] as const)("%s has every cell at its place, the corners too", (path, placeOf) => {
    const page = rebuildPage(itemAt(path));
    expect(page.width).toBe(columns * cellWidth);
    const wrong: unknown[] = [];
    for (let row = 0; row < tableRows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        const x = placeOf(column) * cellWidth;
        const y = row * cellHeight;
        // Just inside the cell's edges, where no letter stands.
        for (const at of [
          [x + 1, y + cellHeight - 2],
          [x + cellWidth - 2, y + cellHeight - 2],
        ] as const) {
          const seen = pixelAt(page, ...at).slice(0, 3);
          if (String(seen) !== String(cellColour(column, row))) wrong.push({ path, row, column, seen });
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(itemAt(path).item.verdict.kind).toBe("complete");
  });
});

describe("23: frames that scroll inside", () => {
  test("of the page's own it is said how much they hide, of strangers whose they are, each with its place", () => {
    const notes = itemAt("/framed").item.verdict.notes.map(({ code, box, detail }) => [code, box?.y, detail]);
    expect(notes).toEqual([
      ["inner-frame", 100, "700 px"],
      ["inner-frame", 400, "700 px"],
      ["foreign-frame", 700, expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/)],
      ["foreign-frame", 1_000, "about:srcdoc"],
    ]);
  });

  test("the rows around them are whole", () => {
    expect(decodeRows(rebuildPage(itemAt("/framed")), 0, 1)).toEqual(wholeRows(15));
  });
});

describe("24: shadow trees, open, closed and declared", () => {
  test("are in the picture with their own styles", () => {
    const page = rebuildPage(itemAt("/shadows"));
    const red = runsOf(page.height, (y) => isColour(page, 900, { y, colour: [170, 17, 17] }));
    expect(red).toEqual([
      { y: 0, height: 700 },
      { y: 900, height: 700 },
    ]);
    expect(runsOf(page.height, (y) => isColour(page, 900, { y, colour: [17, 170, 17] }))).toEqual([
      { y: 1_800, height: 300 },
    ]);
  });

  test("the scrollers inside are found, in the closed one too", () => {
    expect(codesOf(itemAt("/shadows")).filter((code) => code === "inner-scroller")).toHaveLength(2);
  });
});
