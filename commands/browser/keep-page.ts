/** Keeps the page in front: toolbar, answer, button, and then only watching. */
import type { Page } from "puppeteer-core";
import type { AboutAge } from "../../src/evidence/case-file.ts";
import type { KeepleafBrowser } from "./launch-browser.ts";
import { openLibrary } from "./pack-case.ts";
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
  const popup = await openAtButton(keepleaf, page, about);
  if ((await popup.$("[data-action=keep]")) !== null) await press(popup, "[data-action=keep]");
  return popup;
}

/** The popup at its button with a record about this age chosen, opened first where there is none; or refused. */
export async function openAtButton(keepleaf: KeepleafBrowser, page: Page, about: AboutAge): Promise<Page> {
  const popup = await openPastLastEnd(keepleaf, page);
  if ((await popup.$("[data-action=keep]")) === null || (await choosesCase(popup, about))) return popup;
  await openCaseAbout(keepleaf, about);
  return await openPastLastEnd(keepleaf, page);
}

/**
 * Where the last capture of this page was not seen to its end, the popup shows that end first, perhaps after a moment
 * of it being under way.
 */
async function openPastLastEnd(keepleaf: KeepleafBrowser, page: Page): Promise<Page> {
  const popup = await pressToolbar(keepleaf, page);
  const opened = await waitForScreen(popup, ["idle", "failed", "kept"], longestOpeningSeconds);
  if (opened.kind !== "seen" || opened.facts["screen"] !== "kept") return popup;
  await press(popup, "[data-action=again]");
  await waitForScreen(popup, ["idle", "failed"], longestOpeningSeconds);
  return popup;
}

/** What the popup says of pictures in a record about each age, in the hands of its own person. */
const maskOf: Record<AboutAge, string> = { adult: "none", minor: "under-18", unknown: "age-unknown" };

/** False when no record to choose is about this age. */
async function choosesCase(popup: Page, about: AboutAge): Promise<boolean> {
  const wanted = `main[data-mask=${maskOf[about]}]`;
  if ((await popup.$(wanted)) !== null) return true;
  const option = `select[name=case] option[data-mask=${maskOf[about]}]`;
  if ((await popup.$(option)) === null) return false;
  await popup.select(
    "select[name=case]",
    await popup.$eval(option, (one) => (one as HTMLOptionElement).value),
  );
  await popup.waitForSelector(wanted);
  return true;
}

/** Through the four questions, as a person would. */
async function openCaseAbout(keepleaf: KeepleafBrowser, about: AboutAge): Promise<void> {
  const library = await openLibrary(keepleaf);
  await press(library, "[data-action=open-intake]");
  const age = about === "minor" ? "under-18" : about;
  await press(library, `input[name=age-now][value=${age}]`);
  if (about === "adult") await press(library, "input[name=age-then][value=adult]");
  await press(library, "input[name=operator][value=self]");
  await press(library, "[data-action=save-intake]");
  await waitForScreen(library, ["guidance", "timeline", "empty"], longestOpeningSeconds);
  await library.close();
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
