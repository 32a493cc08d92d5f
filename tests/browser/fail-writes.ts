/** Makes every write to the database fail, in the popup and in the worker, until it is mended. */
import type { Page } from "puppeteer-core";
import type { InBrowser } from "./in-browser.ts";

/** Returns what mends it. @param error name of the DOMException, e.g. `QuotaExceededError` */
export async function failWrites(
  inBrowser: InBrowser,
  popup: Page,
  error: string,
): Promise<() => Promise<void>> {
  const workers = await inBrowser.keepleaf.extension.workers();
  await popup.evaluate(breakWrites, error);
  for (const worker of workers) await worker.evaluate(breakWrites, error);
  return async () => {
    await popup.evaluate(mendWrites).catch(() => undefined);
    for (const worker of workers) await worker.evaluate(mendWrites);
  };
}

/** Runs in the page: the real method is kept beside its replacement. */
function breakWrites(name: string): void {
  const store = IDBObjectStore.prototype as IDBObjectStore & { realPut?: IDBObjectStore["put"] };
  store.realPut ??= store.put;
  store.put = () => {
    throw new DOMException("made to fail", name);
  };
}

function mendWrites(): void {
  const store = IDBObjectStore.prototype as IDBObjectStore & { realPut?: IDBObjectStore["put"] };
  if (store.realPut) store.put = store.realPut;
}
