/** What the person chose for the screens. Nothing about evidence is here. */
import { z } from "../../src/base/schema.ts";
import { languages } from "../../src/words/say.ts";
import { browser } from "../browser/api.ts";

const Settings = z.object({
  language: z.nullable(z.enum(languages)),
  currentCaseId: z.nullable(z.uuid()),
  /** The popup asks the library to open this item; the library clears it. */
  openItemId: z.nullable(z.uuid()),
  /** What scrolling a conversation does need not be said again. */
  knowsChats: z.optional(z.boolean()),
});
export type Settings = z.infer<typeof Settings>;

const defaults: Settings = { language: null, currentCaseId: null, openItemId: null };
const key = "settings";

/** Settings that cannot be read are as good as none. */
export async function readSettings(): Promise<Settings> {
  const stored = Settings.safeParse((await browser.storage.local.get(key))[key]);
  return stored.success ? stored.data : defaults;
}

/** One at a time in the whole extension: what two pages change at once is both kept. */
export async function writeSettings(change: Partial<Settings>): Promise<void> {
  await navigator.locks.request("settings", async () => {
    await browser.storage.local.set({ [key]: { ...(await readSettings()), ...change } });
  });
}
