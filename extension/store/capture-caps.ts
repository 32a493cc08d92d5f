/** Caps of a capture that were set on this computer in place of the usual ones: for very long pages, and for tests. */
import { CapsChosen } from "../../src/capture/capture-limits.ts";
import { browser } from "../browser/api.ts";

const key = "capture-caps";

/** Empty where nothing was set, or what was set makes no sense. */
export async function readCaptureCaps(): Promise<CapsChosen> {
  const caps = CapsChosen.safeParse((await browser.storage.local.get(key))[key]);
  return caps.success ? caps.data : {};
}
