/** Barriers that a program can find on a screen. */
import axe from "axe-core";
import type { Page } from "puppeteer-core";

/** What axe finds, as `rule: element`. The code comes in through the debugger: a page's own script may not. */
export async function barriersIn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found: unknown = await page.evaluate(
    `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html.slice(0, 160))))`,
  );
  return found as string[];
}
