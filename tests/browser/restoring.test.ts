/** Bringing backups back through the library: whole, damaged, known already, and one that went on differently. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openLibrary } from "../../commands/browser/pack-case.ts";
import { press } from "../../commands/browser/press.ts";
import { waitForScreen } from "../../commands/browser/watch-screen.ts";
import { lockBundle } from "../../src/bundle/lock-bundle.ts";
import { packBundle } from "../../src/bundle/pack-bundle.ts";
import { bagContents, containerOf, putText } from "../src/bundle/bag-contents.ts";
import { type CaseSketch, packInput, sampleCase } from "../src/bundle/sample-case.ts";
import { barriersInEachLight } from "./barriers.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { actionsInLog } from "./log-actions.ts";

let inBrowser: InBrowser;
beforeAll(async () => {
  inBrowser = await startInBrowser();
});
afterAll(() => inBrowser.stop());

const words = "abandon ability able about above absent absorb";

/** A backup of a record of three items; the same with two of them damaged; and one whose log went on differently. */
async function backups(): Promise<[name: string, zip: Blob][]> {
  const items = [{}, {}, {}];
  const pack = async (sketch: CaseSketch) =>
    (await packBundle(packInput(await sampleCase({ about: "adult", ...sketch }), "self"))).zip;
  const whole = await pack({ items });
  const bag = await bagContents(whole);
  for (const item of [2, 3]) putText(bag, `data/captures/c000${item}/text.txt`, "x");
  const known = { kind: "known", known: { day: "2026-11-20", clock: "10:00", words: "" } } as const;
  const forked = await pack({ items: [...items, {}], before: [known] });
  return [
    ["damaged-locked.zip", await lockBundle(await containerOf(bag), words)],
    ["whole.zip", whole],
    ["again.zip", whole],
    ["forked.zip", forked],
  ];
}

/** Two others are tried first: no record here knows the file yet. */
async function unlock(library: Page): Promise<void> {
  await library.waitForSelector("[data-unlocking]");
  for (const [typed, after] of [
    ["", "[data-unlocking=asked]"],
    ["abandon", "[data-unlocking=wrong]"],
    [" ability", "[data-unlocking=wrong]"],
  ] as const) {
    await library.type("#passphrase", typed);
    await press(library, "[data-action=unlock]");
    await library.waitForSelector(after);
  }
  await library.type("#passphrase", words.slice("abandon ability".length));
  await library.keyboard.press("Enter");
}

test("backups come back as far as they are whole, and each outcome says what is safe and what to do", async () => {
  const library = await openLibrary(inBrowser.keepleaf);
  await waitForScreen(library, ["empty"], 60);
  await press(library, "[data-action=open-check]");
  const told: string[] = [];
  for (const [name, zip] of await backups()) {
    const file = join(inBrowser.folder, name);
    writeFileSync(file, new Uint8Array(await zip.arrayBuffer()));
    const input = (await library.waitForSelector("#bundle")) ?? expect.fail("no place to put a file");
    await (input as ElementHandle<HTMLInputElement>).uploadFile(file);
    if (name.includes("locked")) await unlock(library);
    await library.waitForFunction(
      (wanted) => document.querySelector("[data-sound] p")?.textContent === wanted,
      {},
      name,
    );
    await press(library, "[data-action=restore]");
    const outcome = await library.waitForSelector("[data-restored]", { timeout: 20_000 });
    expect(await barriersInEachLight(library)).toEqual([]);
    told.push((await outcome?.evaluate((element) => element.textContent ?? "")) ?? "");
  }
  const log = await library.evaluate(actionsInLog);
  expect(log.slice(log.indexOf("bundle.imported")).slice(0, 2)).toEqual(["bundle.imported", "unlock.failed"]);
  expect(log.filter((action) => action === "unlock.failed")).toHaveLength(1);
  expect(told[0]).toContain("匯回 1 筆");
  expect(told[0]).toContain("沒有匯回來的：第 2、3 筆");
  expect(told[1]).toContain("匯回 2 筆");
  expect(told[2]).toContain("這裡都已經有了");
  expect(told[3]).toContain("什麼都沒有寫");
  expect(told[3]).toContain("只有備份裡才有的：第 4 筆");
  expect(await library.$("[data-action=open-restored]")).toBeNull();
  await press(library, "[data-action=open-timeline]");
  await waitForScreen(library, ["timeline"], 20);
  expect(await library.$$("main [data-item-id]")).toHaveLength(3);
});
