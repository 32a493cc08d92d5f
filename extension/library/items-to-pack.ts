/** Which items may be packed at all. */
import type { StoredItem } from "../../src/evidence/evidence-store.ts";

/** What was never read back is not known to be whole: it stays out, and the screen says so. */
export function itemsToPack(items: readonly StoredItem[]): StoredItem[] {
  return items.filter(({ readBackAt }) => readBackAt !== null);
}
