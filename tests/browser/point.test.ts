/** Pointing at a value in the live page, by mouse, press and keys: a page with ears on everything in it hears nothing. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { press } from "../../commands/browser/press.ts";
import { barriersInEachLight } from "./barriers.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { PointingStage, pressesIn } from "./pointing-stage.ts";

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

test("the same ears hear a press when nobody points", async () => {
  await stage.page.bringToFront();
  const { x, y } = await stage.middleOf("#when");
  await stage.page.mouse.click(x, y);
  const { window, inside } = await stage.heard();
  expect(pressesIn(window).length).toBeGreaterThan(3);
  expect(pressesIn(inside).length).toBeGreaterThan(3);
});

describe("rested on", () => {
  test("words get an outline, are chosen without any press, and are confirmed in our own page", async () => {
    await stage.begin("posterName");
    await stage.moveOnto("#who");
    await stage.outlined("#who");
    expect(await stage.chosen()).toEqual([
      "words 測試帳號甲",
      `address ${inBrowser.pages.addressOf("/members/4711")}`,
      "more-words 測試帳號甲 寫於 11/20 下午 10:58",
    ]);
    const { window } = await stage.untouched();
    expect(pressesIn(window)).toEqual([]);
    expect(await barriersInEachLight(stage.library)).toEqual([]);
    expect(await stage.taken()).toContain("測試帳號甲");
    await stage.covered(false);
  });

  test("what a see-through link lies over is found, a picture gives its address as text", async () => {
    await stage.begin("posterProfileUrl");
    await stage.moveOnto("#text");
    await stage.outlined("#text");
    await stage.moveOnto("#picture");
    await stage.outlined("#picture");
    expect(await stage.chosen()).toEqual([`address ${inBrowser.pages.addressOf("/marker.png")}`]);
    await stage.untouched();
  });

  test("fields to type into, drafts and empty places get none and are never chosen", async () => {
    await stage.begin("posterName");
    for (const selector of ["#draft", "#secret", "#note", ".shape"]) {
      await stage.moveOnto(selector);
      const { x, y } = await stage.middleOf(selector);
      await stage.page.mouse.click(x, y);
      await stage.page.mouse.move(x + 1, y);
      await stage.page.keyboard.type("abc");
    }
    await stage.moveOnto("#when");
    await stage.outlined("#when");
    expect(await stage.chosen()).toContain("words 11/20 下午 10:58");
    const said = await stage.library.$eval("main", (main) => main.textContent ?? "");
    for (const secret of ["kein Wort", "還沒送出的字", "正在寫的草稿"]) expect(said).not.toContain(secret);
    expect(await stage.draft()).toBe("還沒送出的字");
    await stage.untouched();
  });
});

describe("pressed", () => {
  test("the press chooses, and no element of the page is ever its target", async () => {
    await stage.begin("posterName");
    await stage.moveOnto("#who");
    await stage.outlined("#who");
    await stage.page.mouse.down();
    await stage.page.mouse.up();
    expect(await stage.chosen()).toContain("words 測試帳號甲");
    const { window } = await stage.untouched();
    // Ears on the window that were there first hear that there was a press, and on nothing.
    expect(new Set(pressesIn(window).map((event) => event.split(" ")[1]))).toEqual(new Set(["html"]));
  });

  test("held until long after the choice, it ends on nothing either", async () => {
    await stage.begin("posterName");
    await stage.moveOnto("#who");
    await stage.outlined("#who");
    await stage.page.mouse.down();
    expect(await stage.chosen()).toContain("words 測試帳號甲");
    // Longer than the page is covered after a choice.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await stage.page.mouse.up();
    await stage.page.bringToFront();
    await stage.covered(false);
    const { window } = await stage.untouched();
    expect(pressesIn(window).filter((event) => !event.endsWith(" html"))).toEqual([]);
  });

  test("on what would lead away, send a form or open a menu, nothing happens", async () => {
    await stage.begin("posterName");
    for (const selector of ["#like", "#draft"]) {
      const { x, y } = await stage.middleOf(selector);
      await stage.page.mouse.click(x, y, { button: "middle" });
      await stage.page.mouse.click(x, y, { button: "right" });
    }
    const { x, y } = await stage.middleOf("#text");
    await stage.page.mouse.click(x, y, { count: 2 });
    expect((await stage.chosen()).length).toBeGreaterThan(0);
    const { window } = await stage.untouched();
    expect(pressesIn(window).filter((event) => !event.endsWith(" html"))).toEqual([]);
  });
});

describe("by keyboard", () => {
  test("arrows and Tab walk over the words, Enter chooses, and no element hears a key", async () => {
    await stage.page.bringToFront();
    await stage.page.focus("#draft");
    await stage.begin("posterName");
    await stage.forgetHeard();
    await stage.page.keyboard.press("ArrowDown");
    await stage.outlined("#name");
    await stage.page.keyboard.press("Tab");
    await stage.outlined("#who");
    await stage.page.keyboard.press("ArrowDown");
    await stage.outlined("#when");
    await stage.page.keyboard.press("ArrowUp");
    await stage.outlined("#who");
    await stage.page.keyboard.press("Enter");
    expect((await stage.chosen())[0]).toBe("words 測試帳號甲");
    await stage.untouched();
    expect(await stage.draft()).toBe("還沒送出的字");
  });

  test("Escape stops, the page can be pressed again, and our page says that nothing changed", async () => {
    await stage.begin("posterName");
    await stage.page.keyboard.press("Escape");
    await stage.library.waitForSelector("[data-pointing=ended]");
    await stage.page.bringToFront();
    await stage.covered(false);
    const { x, y } = await stage.middleOf("#when");
    await stage.page.mouse.click(x, y);
    expect(pressesIn((await stage.heard()).inside).length).toBeGreaterThan(3);
    await stage.library.bringToFront();
    await press(stage.library, "[data-action=point-drop]");
    await stage.library.waitForSelector("[data-action=point-posterName]");
  });
});

test("a scroller in the page scrolls as ever", async () => {
  await stage.begin("posterName");
  const { x, y } = await stage.middleOf("#first-row");
  await stage.page.mouse.move(x + 4, y + 30);
  await stage.page.mouse.move(x, y);
  // The first turn of the wheel takes the sheet away, the next ones scroll.
  await stage.page.mouse.wheel({ deltaY: 1 });
  await stage.covered(false);
  await stage.page.mouse.wheel({ deltaY: 60 });
  await stage.page.waitForFunction(() => (document.querySelector("#pane")?.scrollTop ?? 0) > 20);
  await stage.covered(true);
});
