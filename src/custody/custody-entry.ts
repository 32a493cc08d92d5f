/** One line of a case's log: who did what when, tied to the line before. */
import { Moment } from "../base/clock.ts";
import { z } from "../base/schema.ts";
import { Sha256 } from "../base/digest.ts";

/** SHA-256 place-holder before the first line. */
export const firstPrevious = "0".repeat(64);

const Fact = z.union([z.string().check(z.maxLength(8_192)), z.number(), z.boolean(), z.null()]);

export const custodyActions = [
  "case.created",
  "case.continued",
  "fact.added",
  "fact.corrected",
  "fact.withdrawn",
  "item.kept",
  "item.read-back",
  "item.viewed",
  "item.corrected",
  "item.redacted",
  "item.imported",
  "item.deleted",
  "bundle.packed",
  "bundle.imported",
  "unlock.failed",
] as const;

/** Who is at the keyboard, as the case says it; no name. */
export const actorRoles = [
  "self",
  "parent",
  "teacher",
  "social-worker",
  "lawyer",
  "other",
  "unknown",
] as const;

export const CustodyEntry = z.object({
  format: z.literal("keepleaf-log-1"),
  caseId: z.uuid(),
  sequence: z.int().check(z.nonnegative()),
  /** SHA-256 of the canonical JSON of the entry before, without line end. */
  previous: Sha256,
  at: Moment,
  action: z.enum(custodyActions),
  /** Absent in lines written before it was asked. */
  actor: z.optional(z.enum(actorRoles)),
  facts: z.record(z.string().check(z.maxLength(64)), Fact),
});
export type CustodyEntry = z.infer<typeof CustodyEntry>;
export type ActorRole = (typeof actorRoles)[number];
export type CustodyAction = CustodyEntry["action"];

/** Whether the line tells of an item that came into the case, captured or put in by hand. */
export function isKeeping({ action }: Pick<CustodyEntry, "action">): boolean {
  return action === "item.kept" || action === "item.imported";
}
