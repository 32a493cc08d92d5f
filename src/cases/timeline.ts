/** What people wrote down, by the time it happened: the timeline beside what was kept. */
import type { BodyOf } from "./case-fact.ts";
import type { CaseFacts, FactEntry } from "./case-facts.ts";
import { type TypedTime, typedOrder } from "./typed-time.ts";

export type ToldKind = "incident" | "payment" | "action" | "submission";

export interface ToldEvent {
  entry: FactEntry<BodyOf<ToldKind>>;
  time: TypedTime;
}

/** Oldest first; what has no day comes before all that has one. */
export function toldEvents({ incidents, payments, actions, submissions }: CaseFacts): ToldEvent[] {
  const events: ToldEvent[] = [
    ...incidents.map((entry) => ({ entry, time: entry.body.happened })),
    ...payments.map((entry) => ({ entry, time: entry.body.paid })),
    ...actions.map((entry) => ({ entry, time: entry.body.done })),
    ...submissions.map((entry) => ({ entry, time: entry.body.submitted })),
  ];
  return events.sort((one, other) => {
    const [first, second] = [typedOrder(one.time), typedOrder(other.time)];
    return first === second ? one.entry.sequence - other.entry.sequence : first < second ? -1 : 1;
  });
}

/** How often each account did something: what the stalking act calls repeated. */
export function countsByAccount({ incidents }: Pick<CaseFacts, "incidents">): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { body } of incidents) {
    if (body.account.trim() === "") continue;
    counts.set(body.account.trim(), (counts.get(body.account.trim()) ?? 0) + 1);
  }
  return counts;
}
