/** Opens a window with the pages and the extension, and stays until the person closes it. */
import { launchBrowser } from "./browser/launch-browser.ts";
import { openToKeep, pagesAtHand } from "./open-pages.ts";
import type { StartPlan } from "./read-arguments.ts";
import { tell } from "./say-both.ts";

export interface PlannedRun {
  plan: StartPlan;
  browserPath: string;
  extensionFolder: string;
}

/** The exit status. */
export async function showPages({ plan, browserPath, extensionFolder }: PlannedRun): Promise<number> {
  const { pages, isClosedOff, isPractice, stop } = await pagesAtHand(plan);
  const keepleaf = await launchBrowser({ browserPath, extensionFolder, isHeadless: false, isClosedOff });
  const closed = new Promise<void>((resolve) => keepleaf.browser.once("disconnected", () => resolve()));
  for (const page of pages) await openToKeep(keepleaf, page);
  if (isPractice) tell("command.practice-title", { address: pages[0]?.address ?? "" });
  tell("command.practice-1");
  tell("command.practice-2");
  tell("command.practice-3");
  tell("command.practice-end");
  await closed;
  await stop();
  return 0;
}
