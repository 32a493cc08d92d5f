/** Keeps one fixture page after another and opens them all out of one bundle. */
import type { Page } from "puppeteer-core";
import { expect } from "vitest";
import { type KeepOutcome, keepPage } from "../../commands/browser/keep-page.ts";
import { openLibrary } from "../../commands/browser/pack-case.ts";
import type { CapsChosen } from "../../src/capture/capture-limits.ts";
import type { NoteCode } from "../../src/capture/verdict.ts";
import type { InBrowser } from "./in-browser.ts";
import { type OpenedItem, packAndOpen } from "./opened-bundle.ts";

export interface FixtureToKeep {
  path: string;
  /** In the page, before it is kept. */
  prepare?: (page: Page) => Promise<void>;
  /** After it was kept, while it still stands. */
  afterwards?: (page: Page) => Promise<void>;
}

/** By path; the item of each, out of one bundle. */
export async function keepFixtures(
  inBrowser: InBrowser,
  fixtures: readonly FixtureToKeep[],
): Promise<Map<string, OpenedItem>> {
  const ids = new Map<string, string>();
  for (const fixture of fixtures) ids.set(fixture.path, await keepFixture(inBrowser, fixture));
  const { items, verification } = await packAndOpen(inBrowser);
  expect(verification.findings).toEqual([]);
  return new Map(
    Array.from(ids, ([path, id]) => [
      path,
      items.find(({ item }) => item.id === id) ?? expect.fail(`${path} is not in the bundle`),
    ]),
  );
}

async function keepFixture(inBrowser: InBrowser, fixture: FixtureToKeep): Promise<string> {
  const page = await inBrowser.open(fixture.path);
  await fixture.prepare?.(page);
  const outcome: KeepOutcome = await keepPage(inBrowser.keepleaf, page, "adult");
  if (outcome.kind !== "kept") throw new Error(`${fixture.path} was not kept: ${JSON.stringify(outcome)}`);
  await fixture.afterwards?.(page);
  await page.close();
  return outcome.itemId;
}

export function codesOf({ item }: OpenedItem): NoteCode[] {
  return item.verdict.notes.map(({ code }) => code);
}

/** Caps of captures in this browser, as they are set on a computer where longer pages are wanted. */
export async function setCaps({ keepleaf }: InBrowser, caps: CapsChosen): Promise<void> {
  const library = await openLibrary(keepleaf);
  await library.evaluate(async (chosen) => {
    await Reflect.get(globalThis, "chrome").storage.local.set({ "capture-caps": chosen });
  }, caps);
  await library.close();
}
