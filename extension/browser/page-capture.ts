/**
 * The browser's own archive of a page (MHTML), by a permission that is asked for only when somebody wants one: it would
 * let the extension read every page, so nothing else here uses it.
 */
import { browser } from "./api.ts";

interface PageCapture {
  saveAsMHTML(details: { tabId: number }): Promise<Blob | undefined>;
}

/** Chromium's alone, so that the types of the polyfill do not know it. */
const permission = { permissions: ["pageCapture"] } as unknown as Parameters<
  typeof browser.permissions.request
>[0];

/** Firefox makes none, and its build does not ask for the permission either. */
export const canArchivePages = (browser.runtime.getManifest().optional_permissions ?? []).some(
  (name) => String(name) === "pageCapture",
);

export function mayArchivePages(): Promise<boolean> {
  return browser.permissions.contains(permission);
}

/** Only from the press itself; false when the person said no. */
export function askToArchivePages(): Promise<boolean> {
  return browser.permissions.request(permission);
}

/** Null where this browser makes no archives. @throws what the browser throws */
export async function archivePage(tabId: number): Promise<Blob | null> {
  const { pageCapture } = browser as typeof browser & { pageCapture?: PageCapture };
  return (await pageCapture?.saveAsMHTML({ tabId })) ?? null;
}
