/** The one pointing there may be at a time, in the browser's memory only: nothing of it is written to a disk. */
import { Pointed, pointingEnds } from "../../src/capture/pointing/pointed.ts";
import { z } from "../../src/base/schema.ts";
import { fieldNames } from "../../src/platforms/field.ts";
import { browser } from "../browser/api.ts";

export const PointingRecord = z.object({
  /** One-time secret between the worker and the picker it injected. */
  token: z.string(),
  itemId: z.uuid(),
  field: z.enum(fieldNames),
  tabId: z.int(),
  /** The page of ours that asked; null for the popup. */
  askedFromTabId: z.nullable(z.int()),
  state: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("looking") }),
    z.object({ kind: z.literal("chosen"), pointed: Pointed }),
    z.object({ kind: z.literal("ended"), because: z.enum(pointingEnds) }),
  ]),
});
export type PointingRecord = z.infer<typeof PointingRecord>;

const key = "pointing";

/** What cannot be read is as good as none. */
export async function readPointing(): Promise<PointingRecord | null> {
  const stored = PointingRecord.safeParse((await browser.storage.session.get(key))[key]);
  return stored.success ? stored.data : null;
}

export async function writePointing(record: PointingRecord | null): Promise<void> {
  if (record) await browser.storage.session.set({ [key]: record });
  else await browser.storage.session.remove(key);
}

/** Calls back with every change until the returned function is called. */
export function watchPointing(onChange: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === "session" && key in changes) onChange();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
