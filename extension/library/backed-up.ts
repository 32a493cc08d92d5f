/** Which items lie in a whole bundle outside the browser, as far as the log knows. */
import { isWhole, Recipient } from "../../src/bundle/recipient.ts";
import type { CustodyEntry } from "../../src/custody/custody-entry.ts";
import type { StoredItem } from "../../src/evidence/evidence-store.ts";

/**
 * Items read back after the last bundle that left nothing out. Whether that file still exists nobody here can know:
 * the words on screen say packed, not safe.
 */
export function notYetPacked(items: readonly StoredItem[], log: readonly CustodyEntry[]): StoredItem[] {
  const lastWhole = log.findLastIndex(isWholeBundle);
  const packed = new Set(
    log
      .slice(0, Math.max(0, lastWhole))
      .filter(isReadBack)
      .map(({ facts }) => facts["itemId"]),
  );
  return items.filter(({ item }) => !packed.has(item.id));
}

function isReadBack({ action }: CustodyEntry): boolean {
  return action === "item.read-back";
}

function isWholeBundle({ action, facts }: CustodyEntry): boolean {
  if (action !== "bundle.packed") return false;
  const recipient = Recipient.safeParse(facts["recipient"]);
  return recipient.success && isWhole(recipient.data);
}
