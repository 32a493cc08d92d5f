/** A record in the real library: four questions, sixty addresses, clocks, and words that survive a restart of the page. */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepPage } from "../../commands/browser/keep-page.ts";
import { openLibrary } from "../../commands/browser/pack-case.ts";
import { press } from "../../commands/browser/press.ts";
import { pressToolbar } from "../../commands/browser/press-toolbar.ts";
import { waitForScreen } from "../../commands/browser/watch-screen.ts";
import { barriersInEachLight } from "./barriers.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";

let inBrowser: InBrowser;
let library: Page;

beforeAll(async () => {
  inBrowser = await startInBrowser();
  library = await openLibrary(inBrowser.keepleaf);
});
afterAll(() => inBrowser.stop());

async function shows(screen: string): Promise<void> {
  expect(await waitForScreen(library, [screen], 20)).toMatchObject({ kind: "seen" });
}

/** Presses, and waits for the screen that it leads to. */
async function go(selector: string, screen: string): Promise<void> {
  await press(library, selector);
  await shows(screen);
}

async function answer(now: string, operator: string): Promise<void> {
  await go("[data-action=open-intake]", "intake");
  await press(library, `input[name=age-now][value=${now}]`);
  if (now === "adult") await press(library, "input[name=age-then][value=adult]");
  await press(library, `input[name=operator][value=${operator}]`);
  await go("[data-action=save-intake]", "guidance");
}

async function maskInPopup(page: Page): Promise<string | undefined> {
  const popup = await pressToolbar(inBrowser.keepleaf, page);
  const seen = await waitForScreen(popup, ["idle"], 20);
  await popup.close();
  // A page behind another one draws nothing, and takes no press.
  await library.bringToFront();
  return seen.kind === "seen" ? seen.facts["mask"] : undefined;
}

/** Types as fast as pasting does. */
async function paste(text: string): Promise<void> {
  await library.focus("textarea[name=urls]");
  await library.evaluate((words) => document.execCommand("insertText", false, words), text);
}

async function setValue(name: string, value: string): Promise<void> {
  await library.$eval(
    `input[name=${name}]`,
    (input, typed) => {
      (input as HTMLInputElement).value = typed;
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    },
    value,
  );
}

async function noBarriers(): Promise<void> {
  expect(await barriersInEachLight(library)).toEqual([]);
}

describe("the four questions", () => {
  test("block nothing: without an answer a page is kept, masked, in a record without answers", async () => {
    const page = await inBrowser.open("/quiet-post.html");
    expect(await maskInPopup(page)).toBe("age-unknown");
    expect(await keepPage(inBrowser.keepleaf, page, "unknown")).toMatchObject({ kind: "kept" });
    await page.close();
    await library.bringToFront();
  });

  test("answered for somebody under 18 by a teacher, go on in the same record and start the two clocks", async () => {
    await library.reload();
    await shows("timeline");
    await answer("under-18", "teacher");
    expect(await library.$$eval("[data-clock]", (clocks) => clocks.length)).toBe(2);
    expect(await library.$$eval("select[name=case] option", (options) => options.length)).toBe(1);
    expect(await library.$eval("[data-mine=true]", (row) => row.textContent)).toContain("未滿 18");
    await noBarriers();
  });

  test("answered by an adult for themselves open another record, and its pictures are drawn", async () => {
    await answer("adult", "self");
    expect(await library.$$eval("select[name=case] option", (options) => options.length)).toBe(2);
    expect(await library.$$("[data-clock]")).toEqual([]);
    const page = await inBrowser.open("/quiet-post.html");
    expect(await maskInPopup(page)).toBe("none");
    await page.close();
  });

  test("answered by a helper keep pictures hidden until consent is written down", async () => {
    await answer("adult", "social-worker");
    const page = await inBrowser.open("/quiet-post.html");
    expect(await maskInPopup(page)).toBe("no-consent");
    await go("[data-action=change-answers]", "intake");
    await press(library, "input[name=scope][value=pictures]");
    await noBarriers();
    await go("[data-action=save-intake]", "guidance");
    expect(await maskInPopup(page)).toBe("none");
    expect(await library.$$("[data-consents='1']")).toHaveLength(1);
    await go("[data-action=edit-consent]", "write");
    await go("[data-action=withdraw]", "guidance");
    expect(await maskInPopup(page)).toBe("no-consent");
    await page.close();
  });
});

describe("the clocks", () => {
  test("say kindly that they are over, block nothing, and end with a report and its number", async () => {
    await answer("under-18", "teacher");
    await go("[data-action=known]", "write");
    await setValue("known-day", "2026-01-01");
    await setValue("known-clock", "08:00");
    await go("[data-action=write]", "guidance");
    expect(await library.$$("[data-clock][data-state=overdue]")).toHaveLength(2);
    expect(await library.$eval("[data-clock=social-report]", (clock) => clock.textContent)).toContain(
      "現在報也可以",
    );
    await noBarriers();
    await go("[data-action=note-social-report]", "write");
    await library.type("input[name=receipt]", "TEST-0002");
    await go("[data-action=write]", "guidance");
    expect(await library.$eval("[data-clock=social-report]", (clock) => clock.textContent)).toContain(
      "TEST-0002",
    );
    expect(await library.$$("[data-clock=school-report][data-state=overdue]")).toHaveLength(1);
  });

  test("the school's menu becomes two reports where harassment and bullying are mixed", async () => {
    await go("[data-action=choose-types]", "write");
    for (const type of ["sextortion", "gender-hate"]) await press(library, `input[name=type][value=${type}]`);
    await noBarriers();
    await go("[data-action=write]", "guidance");
    const matters = await library.$$eval("[data-matter]", (paths) =>
      paths.map((path) => (path as HTMLElement).dataset["matter"]),
    );
    expect(matters).toEqual(["harassment", "bullying"]);
  });
});

describe("sixty addresses", () => {
  const fresh = Array.from({ length: 50 }, (_, index) => `https://social.example/p/${88_420 + index}`);
  const mega = "https://mega.nz/folder/AbC#d-E_f/file/xyz";

  test("are read before they are added, merged, and what is none stays in the box", async () => {
    await go("[data-action=open-links]", "links");
    const again = fresh.slice(0, 7).map((url) => `${url}?utm_source=share`);
    await paste([...fresh, ...again, mega, "昨天看到的那一則", "還有一個"].join("\n"));
    expect(await library.$eval("[role=status]", (status) => status.textContent)).toContain("60");
    await press(library, "[data-action=add-pasted]");
    await library.waitForFunction(() => document.querySelectorAll("tr[data-status]").length === 51);
    expect(await library.$eval("textarea[name=urls]", (box) => (box as HTMLTextAreaElement).value)).toBe(
      "昨天看到的那一則\n還有一個",
    );
    expect(await library.$eval("table.urls", (table) => table.textContent)).toContain(mega);
    await noBarriers();
  });

  test("of somebody under 18 are text: nothing in the list can be opened", async () => {
    expect(await library.$$("table.urls a, table.urls [href], table.urls [src]")).toEqual([]);
    expect(await library.$eval("table.urls", (table) => table.textContent)).toContain(fresh[49]);
  });

  test("are marked several at once, with the number of the report", async () => {
    for (const row of [1, 2]) await press(library, `table.urls tbody tr:nth-child(${row}) input`);
    await go("[data-action=submit-urls]", "write");
    await library.type("input[name=receipt]", "TEST-0001");
    await go("[data-action=write]", "links");
    expect(await library.$$("tr[data-status=submitted]")).toHaveLength(2);
  });

  test("become kept when a page with that address is kept", async () => {
    const page = await inBrowser.open("/quiet-post.html");
    await library.bringToFront();
    await paste(`\n${page.url()}`);
    await press(library, "[data-action=add-pasted]");
    await library.waitForFunction(() => document.querySelectorAll("tr[data-status]").length === 52);
    expect(await library.$$("tr[data-kept=true]")).toEqual([]);
    expect(await keepPage(inBrowser.keepleaf, page, "minor")).toMatchObject({ kind: "kept" });
    await page.close();
    await library.bringToFront();
    await library.waitForSelector("tr[data-kept=true]");
    expect(await library.$eval("tr[data-kept=true]", (row) => row.textContent)).toContain("quiet-post");
  });
});

describe("what a person writes down", () => {
  test("stands on the timeline, can be corrected, and is there after a restart with its first wording", async () => {
    await go("[data-action=open-timeline]", "timeline");
    await go("[data-action=add-incident]", "write");
    await library.type("textarea[name=words]", "對方說要傳給全班。");
    await noBarriers();
    await go("[data-action=write]", "timeline");
    await go("[data-fact=incident] [data-action=edit-fact]", "write");
    await library.type("textarea[name=words]", "他說了兩次。");
    await go("[data-action=write]", "timeline");
    await library.reload();
    await shows("timeline");
    const told = await library.$eval("[data-fact=incident]", (card) => card.textContent);
    expect(told).toContain("對方說要傳給全班。他說了兩次。");
    expect(await library.$eval("[data-fact=incident] details", (earlier) => earlier.textContent)).toContain(
      "對方說要傳給全班。",
    );
    await noBarriers();
  });

  test("says what an amount may be, and writes nothing until it is one", async () => {
    await go("[data-action=add-payment]", "write");
    await library.type("input[name=amount]", "兩萬");
    await library.waitForSelector("[role=alert]");
    await press(library, "[data-action=write]");
    await shows("write");
    await library.$eval("input[name=amount]", (input) => (input as HTMLInputElement).select());
    await library.type("input[name=amount]", "20,000");
    await go("[data-action=write]", "timeline");
    expect(await library.$eval("[data-fact=payment]", (card) => card.textContent)).toContain("20000 TWD");
  });
});

test("every new screen is whole at 400 px and with text twice as large", async () => {
  for (const screen of ["timeline", "links", "guidance"]) {
    await go(`[data-action=open-${screen}]`, screen);
    for (const [width, size] of [
      [400, "100%"],
      [1_366, "200%"],
    ] as const) {
      await library.setViewport({ width, height: 900 });
      const overflow = await library.evaluate((fontSize) => {
        const root = document.documentElement;
        root.style.fontSize = fontSize === "100%" ? "" : "225%";
        const found = root.scrollWidth - root.clientWidth;
        root.style.fontSize = "";
        return found;
      }, size);
      expect([screen, width, overflow]).toEqual([screen, width, 0]);
    }
  }
});
