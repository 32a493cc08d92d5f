/** What goes wrong ends in a named state with a sentence; what was kept before is there all the same. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { beginKeeping, keepPage, openAtButton, outcomeOf } from "../../commands/browser/keep-page.ts";
import { openLibrary } from "../../commands/browser/pack-case.ts";
import { press } from "../../commands/browser/press.ts";
import { pressToolbar } from "../../commands/browser/press-toolbar.ts";
import { waitForScreen } from "../../commands/browser/watch-screen.ts";
import { failureCodes } from "../../src/base/failure.ts";
import { say } from "../../src/words/say.ts";
import { failWrites } from "./fail-writes.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { numberedRowsPage } from "./numbered-rows.ts";
import { packAndOpen } from "./opened-bundle.ts";
import { itemsIn, openObserver, type StoredItemFacts } from "./stored-state.ts";

let inBrowser: InBrowser;
let observer: Page;
let opened: Page[] = [];

beforeAll(async () => {
  inBrowser = await startInBrowser();
  observer = await openObserver(inBrowser);
  inBrowser.pages.put("/rows", numberedRowsPage());
  inBrowser.pages.put("/other", "<!doctype html><title>別的頁</title><p>別的頁");
});
afterAll(() => inBrowser.stop());
afterEach(async () => {
  await Promise.all(opened.map((page) => page.close().catch(() => undefined)));
  opened = [];
});

async function open(path: string): Promise<Page> {
  const page = await inBrowser.open(path);
  opened.push(page);
  return page;
}

/** Where the page has been scrolled past its first window, a capture is in its middle. */
async function isMidway(page: Page): Promise<void> {
  await page.waitForFunction(() => scrollY > 1_500, { polling: 20 });
}

/** As it is stored, whole. */
async function verdictOf(itemId: string): Promise<StoredItemFacts> {
  const facts = (await itemsIn(observer)).find(({ id }) => id === itemId);
  expect(facts?.damaged).toEqual([]);
  return facts ?? expect.fail("the item is not in the store");
}

test.each(["chrome://version/", "about:blank", "data:text/html,<p>hello"])(
  "%s refuses with a sentence and offers nothing that cannot be done",
  async (address) => {
    const page = await inBrowser.keepleaf.browser.newPage();
    opened.push(page);
    await page.goto(address);
    const popup = await beginKeeping(inBrowser.keepleaf, page, "adult");
    const refused = await waitForScreen(popup, ["failed"], 20);
    expect(refused).toMatchObject({ facts: { code: "page-refuses" } });
    // The browser tells the extension no address of these pages: there is nothing to note, and nothing is offered.
    expect(await popup.$("[data-action=note]")).toBeNull();
    expect(await popup.$("[data-action=again]")).not.toBeNull();
  },
);

test("noting keeps the address, the title and the time of a page, and no picture", async () => {
  const page = await open("/quiet-post.html?noted");
  const kept = await keepPage(inBrowser.keepleaf, page, "adult");
  expect(kept).toMatchObject({ kind: "kept" });
  const caseId = (await itemsIn(observer)).at(-1)?.caseId;
  const popup = await pressToolbar(inBrowser.keepleaf, page);
  await popup.evaluate(async (known) => {
    const { runtime, tabs } = Reflect.get(globalThis, "chrome");
    const [tab] = await tabs.query({ active: true, currentWindow: true });
    const request = { tabId: tab.id, caseId: known };
    await runtime.sendMessage({ keepleaf: 1, kind: "capture.note", request });
  }, caseId);
  const { item } = (await packAndOpen(inBrowser)).items.at(-1) ?? expect.fail("no item");
  expect(item.verdict.kind).toBe("facts-only");
  expect(item.address.url).toBe(inBrowser.pages.addressOf("/quiet-post.html?noted"));
  expect(item.picture?.frames ?? []).toEqual([]);
});

test("the failed screen says what happened and what to do, in Chinese", async () => {
  const page = await inBrowser.keepleaf.browser.newPage();
  opened.push(page);
  await page.goto("chrome://version/");
  const popup = await beginKeeping(inBrowser.keepleaf, page, "adult");
  await waitForScreen(popup, ["failed"], 20);
  const words = await popup.$eval("main", (main) => main.textContent ?? "");
  expect(words).toContain(say("zh-TW", "failure.page-refuses.what"));
  expect(failureCodes.every((code) => say("en", `failure.${code}.do`).length > 0)).toBe(true);
});

test("a second start while one page is being kept is refused, and the first goes on", async () => {
  const page = await open("/rows");
  const popup = await beginKeeping(inBrowser.keepleaf, page, "adult");
  await isMidway(page);
  const answer = await popup.evaluate(async () => {
    const { runtime, tabs } = Reflect.get(globalThis, "chrome");
    const [tab] = await tabs.query({ active: true, currentWindow: true });
    const request = { tabId: tab.id, caseId: crypto.randomUUID() };
    return await runtime.sendMessage({ keepleaf: 1, kind: "capture.start", request });
  });
  expect(answer).toEqual({ ok: true, response: { kind: "refused", code: "already-capturing" } });
  expect(await outcomeOf(inBrowser.keepleaf, page, popup)).toMatchObject({ kind: "kept" });
});

test("a page that navigates in the middle is kept as far as it came, and says so", async () => {
  const page = await open("/rows");
  const popup = await beginKeeping(inBrowser.keepleaf, page, "adult");
  await isMidway(page);
  await page.goto(inBrowser.pages.addressOf("/other"));
  const outcome = await outcomeOf(inBrowser.keepleaf, page, popup);
  const verdict = await verdictOf(
    outcome.kind === "kept" ? outcome.itemId : expect.fail(JSON.stringify(outcome)),
  );
  expect(verdict.verdict).toBe("partial");
  expect(verdict.notes).toContain("page-navigated");
});

test("a page that freezes in the middle is kept as far as it came", async () => {
  const freezes = `addEventListener("scroll", () => {
    if (scrollY < 2_000) return;
    for (const until = Date.now() + 22_000; Date.now() < until; );
  })`;
  inBrowser.pages.put("/freezes", `${numberedRowsPage()}<script>${freezes}</script>`);
  const popup = await beginKeeping(inBrowser.keepleaf, await open("/freezes"), "adult");
  const seen = await waitForScreen(popup, ["kept", "failed"], 60);
  const itemId = seen.kind === "seen" ? seen.facts["itemId"] : undefined;
  const verdict = await verdictOf(itemId ?? expect.fail(JSON.stringify(seen)));
  expect(verdict.verdict).toBe("partial");
  expect(verdict.notes).toContain("interrupted");
}, 90_000);

test("another tab in front pauses; back in front it goes on to the end", async () => {
  const page = await open("/rows");
  const popup = await beginKeeping(inBrowser.keepleaf, page, "adult");
  await isMidway(page);
  await open("/other");
  const pausedAt = await page.evaluate(() => scrollY);
  expect(pausedAt).toBeLessThan(9_000);
  await page.bringToFront();
  const outcome = await outcomeOf(inBrowser.keepleaf, page, popup);
  const verdict = await verdictOf(
    outcome.kind === "kept" ? outcome.itemId : expect.fail(JSON.stringify(outcome)),
  );
  expect(verdict.verdict).toBe("complete");
});

test("stopping keeps what there is and says who stopped", async () => {
  const page = await open("/rows");
  const popup = await beginKeeping(inBrowser.keepleaf, page, "adult");
  await isMidway(page);
  await press(popup, "[data-action=stop]");
  const outcome = await outcomeOf(inBrowser.keepleaf, page, popup);
  const verdict = await verdictOf(
    outcome.kind === "kept" ? outcome.itemId : expect.fail(JSON.stringify(outcome)),
  );
  expect(verdict.notes).toContain("stopped-by-person");
});

test.each([
  ["QuotaExceededError", "storage-full"],
  ["DataError", "storage-full"],
  ["UnknownError", "storage-failed"],
])("writes that fail with %s end as %s, and what was kept before is there", async (error, code) => {
  const page = await open("/quiet-post.html");
  const kept = await keepPage(inBrowser.keepleaf, page, "adult");
  expect(kept).toMatchObject({ kind: "kept" });
  const before = await itemsIn(observer);
  const popup = await openAtButton(inBrowser.keepleaf, page, "adult");
  const mend = await failWrites(inBrowser, popup, error);
  try {
    await press(popup, "[data-action=keep]");
    expect(await waitForScreen(popup, ["failed", "kept"], 60)).toMatchObject({
      facts: { screen: "failed", code },
    });
  } finally {
    await mend();
  }
  expect(await itemsIn(observer)).toEqual(before);
  expect(before.flatMap(({ damaged }) => damaged)).toEqual([]);
});

test("after all of it the record makes a sound bundle", async () => {
  const { items, verification } = await packAndOpen(inBrowser);
  expect(verification.findings).toEqual([]);
  expect(items.length).toBeGreaterThan(4);
});

test.each([
  ["foreign.zip", `PK\u0005\u0006${"\0".repeat(18)}`],
  ["notes.zip", "這不是壓縮檔。"],
])("%s is refused by the check with a sentence, and nothing is kept of it", async (name, text) => {
  const file = join(inBrowser.folder, name);
  writeFileSync(file, text, "latin1");
  const { library } = await checkInLibrary(file);
  expect(await library.$$eval("[data-sound=false] li", (lines) => lines.length)).toBeGreaterThan(0);
});

test("one changed pixel in a strip is found by threads of the library", async () => {
  const { library, threads } = await checkInLibrary(
    join(import.meta.dirname, "..", "vectors", "forged-picture.zip"),
  );
  expect(await library.$eval("[data-sound=false]", (result) => result.textContent)).toContain("tile-001.png");
  expect(threads.filter((url) => url.includes("check-worker"))).not.toEqual([]);
});

/** Until it says that the bundle is not sound; and the threads it started. */
async function checkInLibrary(file: string) {
  const library = await openLibrary(inBrowser.keepleaf);
  opened.push(library);
  const threads: string[] = [];
  library.on("workercreated", (thread) => threads.push(thread.url()));
  await waitForScreen(library, ["timeline", "empty"], 20);
  await press(library, "[data-action=open-check]");
  const input = (await library.waitForSelector("input[type=file]")) ?? expect.fail("no place to put a file");
  await (input as import("puppeteer-core").ElementHandle<HTMLInputElement>).uploadFile(file);
  await library.waitForSelector("[data-sound=false]");
  return { library, threads };
}
