/** Pictures kept by consent: the question when it ends, clearing at one press, and proof that nothing is left but a line. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepPage, outcomeOf } from "../../commands/browser/keep-page.ts";
import { openLibrary } from "../../commands/browser/pack-case.ts";
import { press } from "../../commands/browser/press.ts";
import { pressToolbar } from "../../commands/browser/press-toolbar.ts";
import { waitForScreen } from "../../commands/browser/watch-screen.ts";
import { reminderDays } from "../../src/data/retention.ts";
import { barriersInEachLight } from "./barriers.ts";
import { everythingStored, placesOf } from "./everything-stored.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { answer, go, openLater } from "./library-steps.ts";
import { packAndOpen } from "./opened-bundle.ts";

let inBrowser: InBrowser;
let library: Page;
/** Stands in the kept page, and in nothing that a person wrote. */
const wordsOfPage = "一個接一個";

async function keep(path: string): Promise<void> {
  const page = await inBrowser.open(path);
  expect(await keepPage(inBrowser.keepleaf, page, "adult")).toMatchObject({ kind: "kept" });
  await page.close();
  await library.bringToFront();
}

beforeAll(async () => {
  inBrowser = await startInBrowser();
  library = await openLibrary(inBrowser.keepleaf);
  await answer(library, "adult", "social-worker");
  await go(library, "[data-action=change-answers]", "intake");
  await press(library, "input[name=scope][value=pictures]");
  await go(library, "[data-action=save-intake]", "guidance");
  await keep("/quiet-post.html?one");
  await keep("/quiet-post.html?two");
});
afterAll(() => inBrowser.stop());

const asked = () =>
  library.$$eval("[data-retention]", (panels) =>
    panels.map((panel) => ({ ...(panel as HTMLElement).dataset })),
  );

test("nothing is asked while consent stands and what was kept is young", async () => {
  await go(library, "[data-action=open-timeline]", "timeline");
  expect(await library.$$("article.leafcard")).toHaveLength(2);
  expect(await asked()).toEqual([]);
});

test("consent that is taken back asks at once, and waits when somebody decides to leave them", async () => {
  await go(library, "[data-action=open-guidance]", "guidance");
  await go(library, "[data-action=edit-consent]", "write");
  await go(library, "[data-action=withdraw]", "guidance");
  await go(library, "[data-action=open-timeline]", "timeline");
  expect(await asked()).toEqual([{ retention: "consent-withdrawn", due: "2" }]);
  expect(await barriersInEachLight(library)).toEqual([]);
  await press(library, "[data-action=keep-on]");
  await library.waitForFunction(() => document.querySelector("[data-retention]") === null);
  await openLater(library, reminderDays + 1);
  await waitForScreen(library, ["timeline"], 20);
  expect(await asked()).toEqual([{ retention: "consent-withdrawn", due: "2" }]);
});

test("what has no copy is not cleared by one press too many", async () => {
  await go(library, "[data-action=look-what-to-clear]", "purge");
  expect(await library.$$("input[name=item]:checked")).toHaveLength(2);
  expect(await barriersInEachLight(library)).toEqual([]);
  await press(library, "[data-action=clear-chosen]");
  await library.waitForSelector("dialog[open]");
  expect(await library.$eval("input[name=reason]:checked", (one) => (one as HTMLInputElement).value)).toBe(
    "consent-withdrawn",
  );
  expect(await barriersInEachLight(library)).toEqual([]);
  await press(library, "[data-action=confirm-delete]");
  expect(await library.$$("dialog[open]")).toHaveLength(1);
  await library.keyboard.press("Escape");
  await go(library, "[data-action=back]", "timeline");
  expect(await library.$$("article.leafcard")).toHaveLength(2);
});

test("cleared at one press and one tick: no byte of the pages is left, and the log says what was there", async () => {
  expect(placesOf(wordsOfPage, await everythingStored(library))).not.toEqual([]);
  expect(placesOf("quiet-post", await everythingStored(library))).not.toEqual([]);
  await go(library, "[data-action=look-what-to-clear]", "purge");
  await press(library, "[data-action=clear-chosen]");
  await press(library, "input[name=sure]");
  await go(library, "[data-action=confirm-delete]", "timeline");
  expect(await library.$eval("main [role=status]", (note) => note.textContent)).toContain(
    "已清掉 2 筆，也核對過",
  );
  const stored = await everythingStored(library);
  expect([placesOf(wordsOfPage, stored), placesOf("quiet-post", stored)]).toEqual([[], []]);
  expect(stored.length).toBeGreaterThan(5);
  await library.reload();
  await waitForScreen(library, ["timeline"], 20);
  expect(await library.$$("article.leafcard")).toEqual([]);
  await press(library, "[data-deleted='2'] summary");
  expect(await library.$eval("[data-deleted]", (part) => part.textContent)).toMatch(
    /第 1 筆.*社工，本人收回同意.*[0-9a-f]{64}.*第 2 筆.*[0-9a-f]{64}/s,
  );
  expect(await barriersInEachLight(library)).toEqual([]);
});

test("the record still packs, and its bundle is sound and tells of both", async () => {
  await go(library, "[data-action=open-guidance]", "guidance");
  await keepMasked("/quiet-post.html?three");
  const { folder, verification, items } = await packAndOpen(inBrowser, "self");
  expect([verification.isSound, verification.findings]).toEqual([true, []]);
  expect(items.map(({ item }) => item.number)).toEqual([3]);
  const log = readFileSync(join(folder, "data/custody/log.jsonl"), "utf8").trimEnd().split("\n");
  const deleted = log.map((line) => JSON.parse(line)).filter(({ action }) => action === "item.deleted");
  expect(deleted.map(({ facts, actor }) => [facts.number, facts.reason, actor])).toEqual([
    [2, "consent-withdrawn", "social-worker"],
    [1, "consent-withdrawn", "social-worker"],
  ]);
});

/** In the record that is shown, whose pictures are hidden again. */
async function keepMasked(path: string): Promise<void> {
  const page = await inBrowser.open(path);
  const popup = await pressToolbar(inBrowser.keepleaf, page);
  expect(await waitForScreen(popup, ["idle"], 20)).toMatchObject({ facts: { mask: "no-consent" } });
  await press(popup, "[data-action=keep]");
  expect(await outcomeOf(inBrowser.keepleaf, page, popup)).toMatchObject({ kind: "kept" });
  await page.close();
}
