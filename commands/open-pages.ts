/** Opens what a plan names, or the practice post when it names nothing. */
import type { Page } from "puppeteer-core";
import type { KeepleafBrowser } from "./browser/launch-browser.ts";
import { openPage, openSavedPage } from "./browser/open-page.ts";
import { servePractice } from "./practice/serve-practice.ts";
import type { PageToKeep, StartPlan } from "./read-arguments.ts";

export interface PagesAtHand {
  pages: readonly PageToKeep[];
  /** Nothing but saved pages and this computer is needed. */
  isClosedOff: boolean;
  isPractice: boolean;
  stop(): Promise<void>;
}

export async function pagesAtHand(plan: StartPlan): Promise<PagesAtHand> {
  if (plan.pages.length > 0) {
    const isClosedOff = plan.pages.every((page) => page.savedAt !== null || isOnThisComputer(page.address));
    return { pages: plan.pages, isClosedOff, isPractice: false, stop: async () => undefined };
  }
  const practice = await servePractice();
  const pages = [{ address: practice.address, savedAt: null }];
  return { pages, isClosedOff: true, isPractice: true, stop: practice.stop };
}

export async function openToKeep({ browser }: KeepleafBrowser, page: PageToKeep): Promise<Page> {
  if (page.savedAt === null) return await openPage(browser, page.address);
  return await openSavedPage(browser, page.savedAt, page.address);
}

function isOnThisComputer(address: string): boolean {
  return ["localhost", "127.0.0.1"].includes(new URL(address).hostname);
}
