/** What may be expected of a provider after it was notified: removal, and how long it keeps what police ask for. */
import { utcAfter } from "../base/clock.ts";
import { providerKeepsDays, removalHours } from "../data/removal-limits.ts";
import type { Answers } from "./answers.ts";
import { countedAge } from "./laws-for.ts";

const hourMs = 3_600_000;

export interface RemovalTimes {
  hours: number;
  expectedByUtc: string;
  keptUntilUtc: string;
}

/** An image from before 18 stays one: either age under 18 or unknown gives the shorter time. */
export function removalTimes(
  answers: Pick<Answers, "ageNow" | "ageAtEvent">,
  notifiedUtc: string,
): RemovalTimes {
  const hours = removalHours[isFromBefore18(answers) ? "before-18" : "adult"];
  return {
    hours,
    expectedByUtc: utcAfter(notifiedUtc, hours * hourMs),
    keptUntilUtc: utcAfter(notifiedUtc, providerKeepsDays * 24 * hourMs),
  };
}

export function isFromBefore18({ ageNow, ageAtEvent }: Pick<Answers, "ageNow" | "ageAtEvent">): boolean {
  return countedAge(ageNow) === "under-18" || countedAge(ageAtEvent) === "under-18";
}
