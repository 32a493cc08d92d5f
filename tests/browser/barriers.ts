/** What axe finds on a page of the extension, light and dark. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "puppeteer-core";

const lights = ["light", "dark"] as const;
/** Not half as long as the readable one: it travels to the browser in one piece, which takes its time. */
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds, as `rule: element`. The code comes in through the debugger: a page's own script may not. */
export async function barriersIn(page: Page, rules: "all" | "of colours" = "all"): Promise<string[]> {
  // A document that was looked at before has it still.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const only = rules === "all" ? "" : 'runOnly: { type: "tag", values: ["cat.color"] },';
  const found: unknown = await page.evaluate(
    `axe.run(document, { ${only} resultTypes: ["violations"] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html.slice(0, 160))))`,
  );
  return found as string[];
}

/** Light and dark differ in colours alone: one is looked at for everything, the other for what colours can do wrong. */
export async function barriersInEachLight(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const light of lights) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: light }]);
    // Halfway through a change of colour the contrast would be measured wrong; one that is cancelled is over as well.
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
    const barriers = await barriersIn(page, light === "light" ? "all" : "of colours");
    found.push(...barriers.map((barrier) => `${light}: ${barrier}`));
  }
  return found;
}
