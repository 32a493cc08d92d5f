/** Steps through the library that several test files take. */
import type { Page } from "puppeteer-core";
import { expect } from "vitest";
import { press } from "../../commands/browser/press.ts";
import { waitForScreen } from "../../commands/browser/watch-screen.ts";
import type { AgeAnswer, OperatorRole } from "../../src/cases/answers.ts";

/** Presses, and waits for the screen that it leads to. */
export async function go(library: Page, selector: string, screen: string): Promise<void> {
  await press(library, selector);
  expect(await waitForScreen(library, [screen], 20)).toMatchObject({ kind: "seen" });
}

/** Answers the questions, the age then as the age now. */
export async function answer(library: Page, now: AgeAnswer, operator: OperatorRole): Promise<void> {
  await go(library, "[data-action=open-intake]", "intake");
  await press(library, `input[name=age-now][value=${now}]`);
  if (now === "adult") await press(library, "input[name=age-then][value=adult]");
  await press(library, `input[name=operator][value=${operator}]`);
  await go(library, "[data-action=save-intake]", "guidance");
}

/** A screen gives the focus to its heading as soon as it is drawn: what is typed before goes nowhere. */
export async function typeInto(library: Page, selector: string, words: string): Promise<void> {
  await library.waitForFunction(() => document.activeElement?.tagName === "H1");
  await library.type(selector, words);
}

/** The same page again, on a day that lies so many days ahead. */
export async function openLater(library: Page, days: number): Promise<void> {
  await library.evaluateOnNewDocument((aheadMs: number) => {
    const Real = Date;
    // Only what reads the clock is moved: a date that is given stays what it is.
    globalThis.Date = new Proxy(Real, {
      construct: (target, given: unknown[]) =>
        given.length === 0
          ? new target(Real.now() + aheadMs)
          : new target(...(given as ConstructorParameters<typeof Date>)),
    });
  }, days * 86_400_000);
  await library.reload();
}
