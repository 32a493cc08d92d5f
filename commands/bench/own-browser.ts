/** A browser for one part of the bench alone: nothing that another part kept is in its library. */
import { type KeepleafBrowser, launchBrowser } from "../browser/launch-browser.ts";

export async function inOwnBrowser(
  choices: Parameters<typeof launchBrowser>[0],
  work: (keepleaf: KeepleafBrowser) => Promise<void>,
): Promise<void> {
  const keepleaf = await launchBrowser(choices);
  try {
    await work(keepleaf);
  } finally {
    await keepleaf.browser.close();
  }
}
