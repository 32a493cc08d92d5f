/** Whether a site still looks as its reader knows it. Rot must be loud: a silent "unknown" would look like the truth. */
import { millisecondsOf } from "../base/clock.ts";
import type { ReaderHealth } from "./field.ts";
import type { AddressFacts, Platform } from "./platform.ts";

const staleAfterDays = 120;

export function healthOf(
  { id, version, lastVerified, fixtureCount, must }: Platform,
  found: AddressFacts,
): ReaderHealth {
  const { facts, kind } = found;
  const isPost = kind === "post" && !facts.fields.has("availability");
  const missing = isPost
    ? must.filter(
        (name) => !facts.fields.get(name)?.some(({ method }) => method !== "url" && method !== "derived"),
      )
    : [];
  const hasChanged = missing.length > 0 && missing.length === must.length;
  return { reader: id, version, lastVerified, fixtureCount, missing, hasChanged };
}

/** `today` is any instant in ISO 8601. */
export function isStale(lastVerified: string, today: string): boolean {
  return millisecondsOf(today) - millisecondsOf(`${lastVerified}T00:00:00Z`) > staleAfterDays * 86_400_000;
}
