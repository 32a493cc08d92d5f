/**
 * The browser's own archive of a page. No program can press "allow" in a headless browser, so the permission and the
 * call are stood in for here, in the worker; what they would give is a real archive, made by the same browser.
 */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepPage, openAtButton, outcomeOf } from "../../commands/browser/keep-page.ts";
import { press } from "../../commands/browser/press.ts";
import type { AboutAge } from "../../src/evidence/case-file.ts";
import { fromQuotedPrintable } from "../../src/capture/views/quoted-printable.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { type OpenedItem, packAndOpen } from "./opened-bundle.ts";

let inBrowser: InBrowser;
let page: Page;
let archive = "";

beforeAll(async () => {
  inBrowser = await startInBrowser();
  inBrowser.pages.put("/inner.html", "<!doctype html><p>內框的字");
  page = await inBrowser.open("/many-views.html");
  const session = await page.createCDPSession();
  archive = (await session.send("Page.captureSnapshot", { format: "mhtml" })).data;
});
afterAll(() => inBrowser.stop());

/** Puts stand-ins in the worker, in the popup's place of asking too, and asks for a page file with this answer. */
async function keepWithFile(about: AboutAge, isAllowed: boolean): Promise<OpenedItem> {
  const { keepleaf } = inBrowser;
  const popup = await openAtButton(keepleaf, page, about);
  for (const worker of await keepleaf.extension.workers()) {
    await worker.evaluate(standIn, archive, isAllowed);
  }
  await popup.evaluate(standIn, archive, isAllowed);
  if (about === "adult") {
    await press(popup, "details.reach summary");
    await press(popup, "input[name=page-file]");
    await press(popup, "[data-action=keep]");
  } else await popup.evaluate(startAskingForFile);
  expect(await outcomeOf(keepleaf, page, popup)).toMatchObject({ kind: "kept" });
  return (await packAndOpen(inBrowser, "self")).items.at(-1) ?? expect.fail("no item");
}

/** Runs in the worker and in the popup. */
function standIn(text: string, isAllowed: boolean): void {
  const answer = async () => isAllowed;
  for (const door of ["chrome", "browser"]) {
    const api = Reflect.get(globalThis, door);
    if (!api?.permissions) continue;
    for (const name of ["contains", "request"]) Reflect.set(api.permissions, name, answer);
    Reflect.set(api, "pageCapture", { saveAsMHTML: async () => new Blob([text]) });
  }
}

/** Runs in the popup: what no screen offers where pictures are masked. */
async function startAskingForFile(): Promise<void> {
  const { runtime, tabs } = Reflect.get(globalThis, "chrome");
  const [tab] = await tabs.query({ active: true, currentWindow: true });
  const caseId = document.querySelector<HTMLSelectElement>("select[name=case]")?.value;
  const request = { tabId: tab.id, caseId, wantsPageFile: true };
  await runtime.sendMessage({ keepleaf: 1, kind: "capture.start", request });
  location.reload();
}

const names = ({ item }: OpenedItem) => item.files.map(({ name }) => name);

test("the browser's archive of this page really holds what must not be kept", () => {
  expect(fromQuotedPrintable(archive)).toContain("PLANTED-PASSWORD");
  expect(fromQuotedPrintable(archive)).toContain("PLANTED-ATTRIBUTE");
});

test("nobody gets one who did not ask", async () => {
  expect(await keepPage(inBrowser.keepleaf, page, "adult")).toMatchObject({ kind: "kept" });
  const item = (await packAndOpen(inBrowser)).items.at(-1) ?? expect.fail("no item");
  expect(names(item)).not.toContain("page.mhtml");
});

test("asked for and allowed, it is kept without what opens an account", async () => {
  const item = await keepWithFile("adult", true);
  const kept = fromQuotedPrintable(item.read("page.mhtml"));
  expect(kept).toContain("測試帳號甲");
  expect(kept).toContain("關的影子");
  expect(kept).not.toContain("PLANTED");
});

test("asked for and refused, everything else is kept", async () => {
  expect(names(await keepWithFile("adult", false))).not.toContain("page.mhtml");
});

test("allowed, but where somebody is under age, there is none and no picture's bytes", async () => {
  const item = await keepWithFile("minor", true);
  expect(item.item.isMasked).toBe(true);
  expect(names(item)).not.toContain("page.mhtml");
});
