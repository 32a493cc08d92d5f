/** Packing in Firefox, where one thread does it all: stopped, nothing is left of it; locked, it opens with its passphrase. */
import { openAsBlob, readdirSync } from "node:fs";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { largeCase } from "../../commands/bench/large-case.ts";
import { storeCase } from "../../commands/bench/store-case.ts";
import { press } from "../../commands/browser/press.ts";
import { verifyBundle } from "../../src/verify/verify-bundle.ts";
import { type InFirefox, startInFirefox } from "./in-firefox.ts";
import { actionsInLog } from "./log-actions.ts";
import { judge } from "./opened-bundle.ts";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

let firefox: InFirefox;
let library: Page;

beforeAll(async () => {
  firefox = await startInFirefox();
  const first = await firefox.openOwn("extension/library/library.html");
  // Large enough that the quickest step is still under way when the press comes.
  await storeCase(first, await largeCase(10, 3_000_000), { isEarlier: true });
  await first.close();
  library = await firefox.openOwn("extension/library/library.html");
  await press(library, "[data-action=open-pack]");
  await press(library, "input[name=lock]");
});
afterAll(() => firefox?.stop());

const bundles = () => readdirSync(firefox.folder).filter((name) => name.startsWith("keepleaf-"));

test.each(["reading", "checking", "locking"])("stopped while it is %s", async (step) => {
  const before = await library.evaluate(actionsInLog);
  await press(library, "[data-action=pack]");
  await library.waitForSelector(`[data-packing=${step}]`, { timeout: 60_000 });
  await press(library, "[data-action=stop-packing]");
  await library.waitForSelector("[data-packing]", { hidden: true });
  expect(await library.$("[role=alert]")).toBeNull();
  expect(await library.evaluate(actionsInLog)).toEqual(before);
  expect(bundles()).toEqual([]);
});

test("packed afterwards, the locked bundle opens with the passphrase that is shown", async () => {
  await press(library, "[data-action=pack]");
  await library.waitForSelector("main[data-screen=packed]", { timeout: 60_000 });
  expect(await library.evaluate(actionsInLog)).toContain("bundle.packed");
  await vi.waitFor(() => expect(bundles()).toEqual([expect.stringMatching(/-locked\.zip$/)]), 20_000);
  const passphrase = await library.$eval("[data-passphrase]", (shown) => shown.textContent ?? "");
  const seal = await library.$eval("main", (main) => main.getAttribute("data-seal"));
  const opened = judge(firefox.folder, `7z x -y -ounlocked "-p${passphrase}" keepleaf-*-locked.zip`);
  expect(opened.isContent, opened.said).toBe(true);
  const verification = await verifyBundle(await openAsBlob(join(firefox.folder, "unlocked", "bundle.zip")));
  expect(verification).toMatchObject({ isSound: true, seal });
  await openHere(join(firefox.folder, bundles()[0] ?? ""), passphrase);
});

/** In the library itself: another passphrase is a line of the log at once, the right one opens it. */
async function openHere(locked: string, passphrase: string): Promise<void> {
  await press(library, "[data-action=open-check]");
  const input = (await library.waitForSelector("#bundle")) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(locked);
  await library.waitForSelector("[data-unlocking=asked]");
  await library.type("#passphrase", "abandon");
  await press(library, "[data-action=unlock]");
  await library.waitForSelector("[data-unlocking=wrong]");
  await vi.waitFor(async () => expect((await library.evaluate(actionsInLog)).at(-1)).toBe("unlock.failed"));
  await library.$eval("#passphrase", (field) => (field as HTMLTextAreaElement).select());
  await library.type("#passphrase", passphrase);
  await press(library, "[data-action=unlock]");
  await library.waitForSelector("[data-sound=true]");
}
