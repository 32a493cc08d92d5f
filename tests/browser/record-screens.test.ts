/** Every screen of a record in both languages, light and dark: no barrier, whole at 400 px and with text twice as large. */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepPage } from "../../commands/browser/keep-page.ts";
import { openLibrary } from "../../commands/browser/pack-case.ts";
import { press } from "../../commands/browser/press.ts";
import { barriersInEachLight } from "./barriers.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { answer, go } from "./library-steps.ts";

/** From the timeline: what to press, and the screen that comes then. */
type Step = readonly [selector: string, screen: string];

const guidance: Step = ["[data-action=open-guidance]", "guidance"];
const links: Step = ["[data-action=open-links]", "links"];
const item: Step = ["main [data-item-id]", "item"];
const ways: Readonly<Record<string, readonly Step[]>> = {
  timeline: [],
  intake: [["[data-action=open-intake]", "intake"]],
  guidance: [guidance],
  "time of knowing": [guidance, ["[data-action=known]", "write"]],
  consent: [guidance, ["[data-action=add-consent]", "write"]],
  types: [guidance, ["[data-action=choose-types]", "write"]],
  "report sent": [guidance, ["[data-action=note-school-report]", "write"]],
  "what happened": [["[data-action=add-incident]", "write"]],
  money: [["[data-action=add-payment]", "write"]],
  "what was done": [["[data-action=add-action]", "write"]],
  addresses: [links],
  "how addresses stand": [links, ["[data-action=mark-urls]", "write"]],
  "types of one page": [item, ["[data-action=choose-item-tags]", "write"]],
  "one page": [item],
  clearing: [["[data-action=open-purge]", "purge"]],
  import: [["[data-action=open-import]", "import"]],
};

async function walk(library: Page, steps: readonly Step[]): Promise<void> {
  await go(library, "[data-action=open-timeline]", "timeline");
  for (const [selector, screen] of steps) {
    if (selector === "[data-action=mark-urls]") await press(library, "table.urls tbody input");
    await go(library, selector, screen);
  }
  await library.$$eval("main details", (all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });
}

async function overflows(library: Page): Promise<unknown> {
  const found: Record<string, number> = {};
  for (const [width, size] of [
    [400, "100%"],
    [1_366, "225%"],
  ] as const) {
    await library.setViewport({ width, height: 900 });
    found[size] = await library.evaluate((fontSize) => {
      const root = document.documentElement;
      root.style.fontSize = fontSize === "100%" ? "" : fontSize;
      const overflow = root.scrollWidth - root.clientWidth;
      root.style.fontSize = "";
      return overflow;
    }, size);
  }
  await library.setViewport({ width: 1_366, height: 900 });
  return found;
}

describe.each(["zh-TW", "en"] as const)("in %s", (language) => {
  let inBrowser: InBrowser;
  let library: Page;
  beforeAll(async () => {
    inBrowser = await startInBrowser({ language });
    library = await openLibrary(inBrowser.keepleaf);
    await answer(library, "under-18", "teacher");
    const page = await inBrowser.open("/quiet-post.html");
    expect(await keepPage(inBrowser.keepleaf, page, "minor")).toMatchObject({ kind: "kept" });
    await page.close();
    await library.bringToFront();
  });
  afterAll(() => inBrowser.stop());

  test.each(Object.entries(ways))("%s", async (_name, steps) => {
    await walk(library, steps);
    expect(await barriersInEachLight(library)).toEqual([]);
    expect(await overflows(library)).toEqual({ "100%": 0, "225%": 0 });
  });
});
