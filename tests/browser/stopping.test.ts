/** Packing stopped in each of its moments: nothing of it is left, and the case is packed again at once. */
import { readdirSync } from "node:fs";
import type { Page, WebWorker } from "puppeteer-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { largeCase } from "../../commands/bench/large-case.ts";
import { storeCase } from "../../commands/bench/store-case.ts";
import { openLibrary, watchDownloads } from "../../commands/browser/pack-case.ts";
import { press } from "../../commands/browser/press.ts";
import { waitForScreen } from "../../commands/browser/watch-screen.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { actionsInLog } from "./log-actions.ts";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

let inBrowser: InBrowser;
let library: Page;

beforeAll(async () => {
  inBrowser = await startInBrowser();
  library = await openLibrary(inBrowser.keepleaf);
  await waitForScreen(library, ["empty"], 60);
  await storeCase(library, await largeCase(20, 1_000_000), { isEarlier: true });
  await library.reload();
  await waitForScreen(library, ["timeline"], 60);
  await press(library, "[data-action=open-pack]");
  await waitForScreen(library, ["pack"], 60);
  await press(library, "input[name=lock]");
  await watchDownloads(inBrowser.keepleaf.browser, inBrowser.folder);
});
afterAll(() => inBrowser.stop());

/** Holds the nth thread of this name at its first statement: the moment lasts until somebody ends it. */
function heldThread(name: string, nth: number): Promise<WebWorker> {
  let seen = 0;
  return new Promise((resolve) => {
    const look = (thread: WebWorker) => {
      if (!thread.url().includes(name)) return;
      seen += 1;
      if (seen !== nth) return;
      library.off("workercreated", look);
      // Sent before the thread is let go.
      for (const order of ["Debugger.enable", "Debugger.pause"] as const)
        thread.client.send(order).catch(() => undefined);
      resolve(thread);
    };
    library.on("workercreated", look);
  });
}

async function shownStep(step: string): Promise<void> {
  await library.waitForSelector(`[data-packing=${step}]`, { timeout: 30_000 });
}

async function heldIn(step: string, name: string, nth: number): Promise<void> {
  const thread = await heldThread(name, nth);
  await shownStep(step);
  expect(library.workers()).toContain(thread);
}

const moments: [moment: string, arrives: () => Promise<unknown>][] = [
  ["lists are made", () => heldIn("report", "list-worker", 1)],
  ["kept files are read", () => heldIn("reading", "reading-worker", 1)],
  ["the font is unpacked for the report", () => heldIn("report", "font-worker", 1)],
  ["the report is written", () => heldIn("report", "document-worker", 1)],
  ["the bundle is checked", () => shownStep("checking")],
  ["the container is opened", () => heldIn("reading", "judge-worker", 1)],
  ["the container is read", () => heldIn("reading", "part-worker", 1)],
  ["what was read is judged", () => heldIn("checking", "judge-worker", 2)],
  ["the font is unpacked for the sheet", () => heldIn("sheet", "font-worker", 2)],
  ["the sheet is written", () => heldIn("sheet", "document-worker", 2)],
  ["the bundle is locked", () => shownStep("locking")],
];

const kept = () => readdirSync(inBrowser.folder).filter((name) => name.startsWith("keepleaf-"));

test.each(moments)("while %s", async (_, arrives) => {
  const before = await library.evaluate(actionsInLog);
  const moment = arrives();
  await press(library, "[data-action=pack]");
  await moment;
  await press(library, "[data-action=stop-packing]");
  await library.waitForSelector("[data-packing]", { hidden: true });
  await vi.waitFor(() => expect(library.workers()).toEqual([]), 10_000);
  expect(await library.$("[role=alert]")).toBeNull();
  expect(await library.evaluate(actionsInLog)).toEqual(before);
  expect(kept()).toEqual([]);
});

test("the same case is packed afterwards, and only that is in the log and in the folder", async () => {
  const before = await library.evaluate(actionsInLog);
  await press(library, "[data-action=pack]");
  expect(await waitForScreen(library, ["packed"], 60)).toMatchObject({ kind: "seen" });
  expect(await library.evaluate(actionsInLog)).toEqual([...before, "bundle.packed"]);
  await vi.waitFor(() => expect(kept()).toEqual([expect.stringMatching(/-locked\.zip$/)]), 10_000);
  await vi.waitFor(() => expect(library.workers()).toEqual([]));
});
