/** The forms before anybody typed into them. */
import { civilTime, type Moment } from "../../../src/base/clock.ts";
import { type BodyOf, noTags } from "../../../src/cases/case-fact.ts";
import { noTime, type TypedTime } from "../../../src/cases/typed-time.ts";

/** What one writes down on a screen of its own. */
export type WrittenKind =
  | "incident"
  | "payment"
  | "action"
  | "submission"
  | "consent"
  | "tags"
  | "known"
  | "url-status";
export type WrittenBody = BodyOf<WrittenKind>;

export const emptyConsent: BodyOf<"consent"> = { kind: "consent", who: "", given: noTime, scopes: [] };

/** The moment as a person would type it. */
export function typedNow({ utc, offsetMinutes }: Moment): TypedTime {
  const { year, month, day, hour, minute } = civilTime(utc, offsetMinutes);
  const two = (number: number) => String(number).padStart(2, "0");
  return { day: `${year}-${two(month)}-${two(day)}`, clock: `${two(hour)}:${two(minute)}`, words: "" };
}

/** What happens while one types is dated now; what happened before is left open. */
export function emptyBody<Kind extends WrittenKind>(kind: Kind, now: Moment): BodyOf<Kind> {
  return bodies(typedNow(now))[kind];
}

function bodies(now: TypedTime): { [Kind in WrittenKind]: BodyOf<Kind> } {
  const words = "";
  return {
    incident: { kind: "incident", incident: "said", happened: noTime, account: "", words, tags: noTags },
    payment: {
      ...{ kind: "payment", means: "bank", isPaid: true, account: "", amount: null, currency: "TWD" },
      ...{ paid: noTime, words },
    },
    action: { kind: "action", action: "reported", done: now, words },
    submission: { kind: "submission", to: "police", submitted: now, receipt: "", urlKeys: [], words },
    consent: { ...emptyConsent, given: now },
    tags: { kind: "tags", itemId: null, tags: noTags },
    known: { kind: "known", known: now },
    "url-status": { kind: "url-status", urlKeys: [], status: "removed", seen: now, receipt: "", words },
  };
}
