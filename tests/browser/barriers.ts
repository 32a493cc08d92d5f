/** What axe finds on a page of the extension, light and dark. */
import axe from "axe-core";
import type { Page } from "puppeteer-core";

const lights = ["light", "dark"] as const;

/** What axe finds, as `rule: element`. The code comes in through the debugger: a page's own script may not. */
export async function barriersIn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found: unknown = await page.evaluate(
    `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html.slice(0, 160))))`,
  );
  return found as string[];
}

export async function barriersInEachLight(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const light of lights) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: light }]);
    // Halfway through a change of colour the contrast would be measured wrong; one that is cancelled is over as well.
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
    found.push(...(await barriersIn(page)).map((barrier) => `${light}: ${barrier}`));
  }
  return found;
}
