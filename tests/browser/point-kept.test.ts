/** Pointing from the popup and from the library, when the page works against it, and what is written down of it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PNG } from "pngjs";
import type { Page, Target } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { beginKeeping, outcomeOf } from "../../commands/browser/keep-page.ts";
import { press } from "../../commands/browser/press.ts";
import { pressToolbar } from "../../commands/browser/press-toolbar.ts";
import { waitForScreen } from "../../commands/browser/watch-screen.ts";
import { barriersInEachLight } from "./barriers.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { killWorker } from "./kill.ts";
import { packAndOpen } from "./opened-bundle.ts";
import { PointingStage, pointingPage } from "./pointing-stage.ts";

let inBrowser: InBrowser;
/** A page of its own for every test. */
let stage: PointingStage;

beforeAll(async () => {
  inBrowser = await startInBrowser();
});
afterAll(() => inBrowser.stop());
beforeEach(async () => {
  stage = await PointingStage.open(inBrowser);
});
afterEach(() => stage.close());

describe("a page that works against it", () => {
  test("chooses nothing by events it makes up itself", async () => {
    await stage.begin("posterName");
    await stage.page.evaluate(() => {
      const who = document.querySelector("#when") as HTMLElement;
      for (const name of ["pointermove", "mousemove", "pointerdown", "click"])
        who.dispatchEvent(new MouseEvent(name, { bubbles: true, clientX: 40, clientY: 60 }));
      for (const key of ["ArrowDown", "Enter"])
        who.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, key }));
    });
    // Its own events are its own: they are heard as ever.
    expect((await stage.heard()).inside.length).toBeGreaterThan(3);
    expect(await stage.library.$("[data-pointing=looking]")).not.toBeNull();
    await stage.page.keyboard.press("Escape");
    await stage.library.waitForSelector("[data-pointing=ended]");
  });

  test("that changes its words in between gives what stood there when it was chosen, to be looked at", async () => {
    await stage.begin("posterName");
    await stage.moveOnto("#who");
    await stage.outlined("#who");
    await stage.page.$eval("#who", (who) => {
      who.textContent = "別人";
    });
    expect((await stage.chosen())[0]).toBe("words 別人");
    await press(stage.library, "[data-action=point-drop]");
    await stage.library.waitForSelector("[data-action=point-posterName]");
    expect(await stage.library.$("dl.fields .chip.pointed")).toBeNull();
  });

  test("that goes elsewhere ends it, and back out of the browser's cache it can be pressed", async () => {
    await stage.begin("posterName");
    await stage.moveOnto("#who");
    await stage.outlined("#who");
    await stage.page.goto(inBrowser.pages.addressOf("/quiet-post.html"));
    await stage.library.waitForSelector("[data-pointing=ended]");
    await stage.page.bringToFront();
    await stage.page.goBack();
    await stage.covered(false);
    expect(await stage.page.$eval("#who", (who) => getComputedStyle(who).outlineStyle)).toBe("none");
  });
});

test("asked for another field, the first is forgotten; the worker may be killed in between", async () => {
  await stage.begin("posterName");
  await stage.begin("postedAt");
  expect(await killWorker(inBrowser)).toBe(true);
  await stage.moveOnto("#when");
  await stage.outlined("#when");
  expect((await stage.chosen())[0]).toBe("words 11/20 下午 10:58");
  expect(await stage.taken()).toContain("11/20 下午 10:58");
  expect(await stage.library.$("[data-action=point-posterName]")).not.toBeNull();
});

test("a page on which nobody pressed our button cannot be pointed at, and that is said", async () => {
  await stage.page.close();
  stage.page = await inBrowser.open(pointingPage);
  await stage.library.bringToFront();
  await press(stage.library, "[data-action=point-posterName]");
  await stage.library.waitForSelector("[data-pointing=refused]");
  expect(await barriersInEachLight(stage.library)).toEqual([]);
  await pressToolbar(inBrowser.keepleaf, stage.page);
  await stage.library.bringToFront();
  await press(stage.library, "[data-action=point-again]");
  await stage.covered(true);
});

test("a page is kept without our outline, also by whoever was pointing a moment ago", async () => {
  await stage.begin("posterName");
  await stage.moveOnto("#who");
  await stage.outlined("#who");
  expect(hasOutline(Buffer.from(await stage.page.screenshot()))).toBe(true);
  const popup = await pressToolbar(inBrowser.keepleaf, stage.page);
  await press(popup, "[data-action=point-drop]");
  await stage.covered(false);
  await press(popup, "[data-action=again]");
  await press(popup, "[data-action=keep]");
  expect(await outcomeOf(inBrowser.keepleaf, stage.page, popup)).toMatchObject({ kind: "kept" });
  const { items } = await packAndOpen(inBrowser);
  const frames = items.at(-1)?.frames ?? [];
  expect(frames.length).toBeGreaterThan(0);
  expect(frames.filter(({ data }) => hasGreen(data))).toEqual([]);
});

function hasOutline(png: Buffer): boolean {
  return hasGreen(PNG.sync.read(png).data);
}

/** The colour of the outline, which nothing else on the fixture page has. */
function hasGreen(pixels: Buffer): boolean {
  for (let at = 0; at < pixels.length; at += 4)
    if (pixels[at] === 0x3f && pixels[at + 1] === 0x8f && pixels[at + 2] === 0x66) return true;
  return false;
}

describe("from the popup", () => {
  async function keptAgain(about: "adult" | "minor"): Promise<Page> {
    const popup = await beginKeeping(inBrowser.keepleaf, stage.page, about);
    await waitForScreen(popup, ["kept"], 60);
    await stage.forgetHeard();
    await press(popup, "[data-action=point-posterName]");
    await popup.waitForSelector("[data-pointing=looking]");
    await stage.covered(true);
    return popup;
  }

  test("it stays open while one rests on the words, and shows them to be confirmed", async () => {
    const popup = await keptAgain("minor");
    expect(await barriersInEachLight(popup)).toEqual([]);
    await stage.moveOnto("#who");
    await popup.waitForSelector("[data-pointing=chosen]");
    expect(await barriersInEachLight(popup)).toEqual([]);
    await press(popup, "[data-action=point-take]");
    await popup.waitForSelector("dl.fields .chip.pointed");
    expect(await popup.$eval("dl.fields", (list) => list.textContent)).toContain("測試帳號甲");
    await stage.unpressed();
  });

  test("closed meanwhile, it asks when it opens again", async () => {
    const popup = await keptAgain("adult");
    await popup.close();
    await stage.moveOnto("#who");
    await stage.outlined("#who");
    await stage.page.mouse.down();
    await stage.page.mouse.up();
    const again = await popupAsking();
    await press(again, "[data-action=point-take]");
    await again.waitForSelector("dl.fields .chip.pointed");
  });

  /** Where the browser lets nobody open it but the person, the person does. */
  async function popupAsking(): Promise<Page> {
    const isPopup = (target: Target) => target.url().endsWith("/popup.html");
    const opened = await inBrowser.keepleaf.browser
      .waitForTarget(isPopup, { timeout: 3_000 })
      .catch(() => null);
    const popup = opened ? await opened.asPage() : await pressToolbar(inBrowser.keepleaf, stage.page);
    await popup.waitForSelector("[data-pointing=chosen]");
    return popup;
  }
});

test("the log has both values and the place, the item its own bytes, and the report says whose word it is", async () => {
  await stage.begin("posterName");
  await stage.moveOnto("#bidi");
  await stage.chosen();
  await stage.taken();
  const itemId = await stage.library.$eval("main[data-item-id]", (main) => main.getAttribute("data-item-id"));
  const bundle = await packAndOpen(inBrowser);
  expect(bundle.verification.findings).toEqual([]);
  const lines = readFileSync(join(bundle.folder, "data/custody/log.jsonl"), "utf8").trim().split("\n");
  const corrected = lines
    .map((line) => JSON.parse(line) as { action: string; facts: Record<string, unknown> })
    .filter(({ action, facts }) => action === "item.corrected" && facts["itemId"] === itemId);
  expect(corrected.at(-1)?.facts).toMatchObject({
    field: "posterName",
    before: null,
    method: "pointed",
    locator: "html > body:nth-child(2) > p:nth-child(5)",
    raw: expect.stringContaining("測試帳號乙"),
  });
});
