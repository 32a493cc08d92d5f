/** Opens a page to keep: a live one at its address, or a saved one standing in at the address it came from. */
import { readFile } from "node:fs/promises";
import { type Browser, type HTTPRequest, type Page, TimeoutError } from "puppeteer-core";

const longestWaitMs = 15_000;

/** A page that never finishes loading is kept as it stands after the longest wait. @throws when there is none */
export async function openPage(browser: Browser, address: string): Promise<Page> {
  const page = await newQuietPage(browser);
  await goTo(page, address, "load");
  return page;
}

/**
 * The saved file is the answer to the first request of the page itself; every other request fails, and so does
 * every later attempt of the page to go elsewhere, so that it stays.
 */
export async function openSavedPage(browser: Browser, file: string, address: string): Promise<Page> {
  const body = await readFile(file);
  const page = await newQuietPage(browser);
  await staysWhereItIs(page);
  let isServed = false;
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    const isThePage = request.isNavigationRequest() && request.frame() === page.mainFrame();
    answer(request, isThePage && !isServed ? body : null, isThePage).catch(ignoreClosed);
    isServed ||= isThePage;
  });
  await goTo(page, address, "domcontentloaded");
  return page;
}

/**
 * A page that sends itself elsewhere before it was drawn is never drawn at all, even when that journey fails. So the
 * journey is called off where it begins, out of the page's sight.
 */
async function staysWhereItIs(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send("Page.enable");
  await session.send("Page.addScriptToEvaluateOnNewDocument", {
    source: `window === top && navigation.addEventListener("navigate", (event) => {
      if (event.cancelable && !event.destination.sameDocument) event.preventDefault();
    });`,
    worldName: "keepleaf-stays",
  });
}

/** Dialogs of a page would stop everything: they are dismissed. */
async function newQuietPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  page.on("dialog", (dialog) => {
    const closing = dialog.type() === "beforeunload" ? dialog.accept() : dialog.dismiss();
    closing.catch(ignoreClosed);
  });
  return page;
}

/**
 * An aborted navigation leaves the page where it is. A part of a page must fail in plain sight instead: an aborted
 * style sheet is waited for without end, and the page is never drawn.
 */
async function answer(request: HTTPRequest, body: Buffer | null, isThePage: boolean): Promise<void> {
  if (body) await request.respond({ status: 200, contentType: "text/html; charset=utf-8", body });
  else await request.abort(isThePage ? "aborted" : "namenotresolved");
}

async function goTo(page: Page, address: string, until: "load" | "domcontentloaded"): Promise<void> {
  try {
    await page.goto(address, { waitUntil: until, timeout: longestWaitMs });
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
  }
}

/** A tab that closed in between has nothing left to answer. */
function ignoreClosed(): void {}
