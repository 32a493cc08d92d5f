/** A page kept a moment ago, its item open in the library, and ears on everything in the page: what tests of pointing need. */
import type { Page } from "puppeteer-core";
import { expect } from "vitest";
import { keepPage } from "../../commands/browser/keep-page.ts";
import { openLibrary } from "../../commands/browser/pack-case.ts";
import { press } from "../../commands/browser/press.ts";
import { waitForScreen } from "../../commands/browser/watch-screen.ts";
import type { InBrowser } from "./in-browser.ts";
import type { InFirefox } from "./in-firefox.ts";
import type { PageServer } from "./page-server.ts";

/** What the fixture page heard: on its window, where its ears were first, and on everything within. */
export interface Heard {
  window: string[];
  inside: string[];
  changes: string[];
}

export const pointingPage = "/pointing.html";

const presses = /^(pointerdown|pointerup|mousedown|mouseup|click|auxclick|dblclick|touch\w+|submit|input) /;

export function pressesIn(events: readonly string[]): string[] {
  return events.filter((event) => presses.test(event));
}

export class PointingStage {
  private readonly pages: PageServer;
  readonly library: Page;
  page: Page;

  private constructor(pages: PageServer, page: Page, library: Page) {
    this.pages = pages;
    this.page = page;
    this.library = library;
  }

  static async open(inBrowser: InBrowser): Promise<PointingStage> {
    const page = await inBrowser.open(pointingPage);
    expect(await keepPage(inBrowser.keepleaf, page, "adult")).toMatchObject({ kind: "kept" });
    const library = await openLibrary(inBrowser.keepleaf);
    await waitForScreen(library, ["timeline"], 20);
    return PointingStage.atNewestItem(inBrowser.pages, page, library);
  }

  static async openInFirefox(firefox: InFirefox): Promise<PointingStage> {
    const page = await firefox.open(pointingPage);
    expect(await firefox.keep(page, "adult")).toMatchObject({ screen: "kept" });
    const library = await firefox.openOwn("extension/library/library.html");
    return PointingStage.atNewestItem(firefox.pages, page, library);
  }

  private static async atNewestItem(pages: PageServer, page: Page, library: Page): Promise<PointingStage> {
    await library.waitForSelector("main [data-item-id]");
    await (await library.$$("main [data-item-id]"))[0]?.click();
    await library.waitForSelector("main[data-screen=item]");
    const stage = new PointingStage(pages, page, library);
    await stage.forgetHeard();
    return stage;
  }

  async close(): Promise<void> {
    await this.library.close();
    await this.page.close();
  }

  async forgetHeard(): Promise<void> {
    await this.page.evaluate("heard.window = []; heard.inside = []; changes.length = 0");
  }

  heard(): Promise<Heard> {
    return this.page.evaluate("({ ...heard, changes })") as Promise<Heard>;
  }

  async begin(field: string): Promise<void> {
    await this.library.bringToFront();
    await press(this.library, `[data-action=point-${field}]`);
    await this.page.waitForFunction(() => document.visibilityState === "visible");
    await this.covered(true);
  }

  /** Whether anything in the page can be pressed. */
  async covered(isCovered: boolean): Promise<void> {
    await this.page.waitForFunction(
      (value) => getComputedStyle(document.body).pointerEvents === value,
      {},
      isCovered ? "none" : "auto",
    );
  }

  async middleOf(selector: string): Promise<{ x: number; y: number }> {
    return this.page.$eval(selector, (element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const measured = element.childNodes.length > 0 ? range : element;
      const { left, top, width, height } = measured.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
  }

  async moveOnto(selector: string): Promise<void> {
    const { x, y } = await this.middleOf(selector);
    await this.page.mouse.move(x - 30, y + 40);
    await this.page.mouse.move(x, y, { steps: 4 });
  }

  async outlined(selector: string): Promise<void> {
    await this.page.waitForFunction(
      (css) => {
        const element = document.querySelector(css);
        return element !== null && getComputedStyle(element).outlineStyle === "solid";
      },
      {},
      selector,
    );
  }

  async chosen(): Promise<string[]> {
    await this.library.waitForSelector("[data-pointing=chosen]");
    return this.library.$$eval("[data-pointed]", (values) =>
      values.map((value) => `${value.getAttribute("data-pointed")} ${value.textContent}`),
    );
  }

  async taken(): Promise<string> {
    await press(this.library, "[data-action=point-take]");
    await this.library.waitForSelector("dl.fields .chip.pointed");
    return this.library.$eval("dl.fields", (list) => list.textContent ?? "");
  }

  draft(): Promise<string> {
    return this.page.$eval("#draft", (input) => (input as HTMLInputElement).value);
  }

  /** For later, when the page is covered no more and may hear that the pointer rests on it: no press, and no change. */
  async unpressed(): Promise<void> {
    const { inside, changes } = await this.heard();
    expect([pressesIn(inside), changes]).toEqual([[], []]);
  }

  /** Nothing in the page heard anything, and nothing in it changed. */
  async untouched(): Promise<Heard> {
    const all = await this.heard();
    expect(all.inside).toEqual([]);
    expect(all.changes).toEqual([]);
    expect(this.page.url()).toBe(this.pages.addressOf(pointingPage));
    return all;
  }
}
