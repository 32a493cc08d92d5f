/** Presses something on a page of the extension with real input events, where a person would have scrolled to it. */
import type { Page } from "puppeteer-core";

/** Brought to the middle first: at the edge it could lie below the rail, which is always in front. */
export async function press(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(selector);
  await page.$eval(selector, (element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
  await page.click(selector);
}
