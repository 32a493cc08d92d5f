/** What the log tells of items that are gone: which, when, by whom, why. */
import type { Moment } from "../base/clock.ts";
import { Sha256 } from "../base/digest.ts";
import { z } from "../base/schema.ts";
import type { ActorRole, CustodyEntry } from "../custody/custody-entry.ts";
import { type DeletionReason, deletionReasons } from "./delete-item.ts";

const Facts = z.object({
  number: z.int().check(z.positive()),
  itemSha256: Sha256,
  reason: z.string(),
});

export interface Deletion {
  sequence: number;
  number: number;
  /** Of the item's canonical JSON, as its line of keeping has it. */
  itemSha256: string;
  at: Moment;
  by: ActorRole;
  reason: DeletionReason;
}

/** Oldest first. A reason this version does not know counts as not said. */
export function deletionsOf(log: readonly CustodyEntry[]): Deletion[] {
  return log.flatMap(({ action, facts, at, actor = "unknown", sequence }) => {
    const read = action === "item.deleted" ? Facts.safeParse(facts) : null;
    if (!read?.success) return [];
    const reason = deletionReasons.find((one) => one === read.data.reason) ?? "not-said";
    return [{ ...read.data, sequence, at, by: actor, reason }];
  });
}
