/** Keeps the page in front: toolbar, answer, button, and then only watching. */
import type { Page } from "puppeteer-core";
import type { AboutAge } from "../../src/evidence/case-file.ts";
import type { KeepleafBrowser } from "./launch-browser.ts";
import { press } from "./press.ts";
import { pressToolbar } from "./press-toolbar.ts";
import { type Seen, waitForScreen } from "./watch-screen.ts";

/** Long enough for the longest page there may be, at two frames a second. */
const longestCaptureSeconds = 420;
const longestOpeningSeconds = 20;

export type KeepOutcome =
  | { kind: "kept"; itemId: string }
  | { kind: "failed"; code: string }
  | { kind: "silent"; seconds: number };

export async function keepPage(keepleaf: KeepleafBrowser, page: Page, about: AboutAge): Promise<KeepOutcome> {
  return await outcomeOf(keepleaf, page, await beginKeeping(keepleaf, page, about));
}

/** The popup, after its button was pressed; where a page refuses at once, the popup that says so. */
export async function beginKeeping(keepleaf: KeepleafBrowser, page: Page, about: AboutAge): Promise<Page> {
  const popup = await openAtQuestion(keepleaf, page);
  if ((await popup.$("[data-action=keep]")) !== null) await pressKeep(popup, about);
  return popup;
}

/**
 * The popup at its question, or refused. Where the last capture of this page was not seen to its end, the popup shows
 * that end first, perhaps after a moment of it being under way.
 */
export async function openAtQuestion(keepleaf: KeepleafBrowser, page: Page): Promise<Page> {
  const popup = await pressToolbar(keepleaf, page);
  const opened = await waitForScreen(popup, ["idle", "failed", "kept"], longestOpeningSeconds);
  if (opened.kind !== "seen" || opened.facts["screen"] !== "kept") return popup;
  await press(popup, "[data-action=again]");
  await waitForScreen(popup, ["idle", "failed"], longestOpeningSeconds);
  return popup;
}

/** Real input events: only they open the fast lane. */
export async function pressKeep(popup: Page, about: AboutAge): Promise<void> {
  await press(popup, `input[name=about][value=${about}]`);
  await press(popup, "[data-action=keep]");
}

/** The popup may close at any time without harm; pressed again it tells how things stand. */
export async function outcomeOf(keepleaf: KeepleafBrowser, page: Page, first: Page): Promise<KeepOutcome> {
  const seen = await waitForScreen(first, ["kept", "failed"], longestCaptureSeconds);
  if (seen.kind !== "gone") return outcomeFrom(seen);
  const again = await pressToolbar(keepleaf, page);
  return outcomeFrom(await waitForScreen(again, ["kept", "failed"], longestCaptureSeconds));
}

function outcomeFrom(seen: Seen): KeepOutcome {
  if (seen.kind !== "seen") return { kind: "silent", seconds: longestCaptureSeconds };
  const { screen, itemId = "", code = "browser-refused" } = seen.facts;
  return screen === "kept" ? { kind: "kept", itemId } : { kind: "failed", code };
}
