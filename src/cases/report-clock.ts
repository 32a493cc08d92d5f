/** The 24-hour clocks, from the time of knowing: how much is left, or by how much they are over. Nothing is blocked. */
import { millisecondsOf, utcAfter } from "../base/clock.ts";
import { socialReportHours } from "../data/reporting-duty.ts";
import { schoolReportHours } from "../data/school-report.ts";
import type { CaseFacts, FactEntry } from "./case-facts.ts";
import type { BodyOf } from "./case-fact.ts";
import { clockedReports, type ReportId } from "./reporting-duty.ts";
import { instantOf } from "./typed-time.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

export type ClockState =
  /** Nobody has said yet since when it is known. */
  | { kind: "not-started" }
  /** Whole minutes left, 0 in the last one; `hoursPast` counts begun hours. At the limit itself it is not yet over. */
  | { kind: "running"; dueUtc: string; minutesLeft: number; hoursPast: number }
  /** Whole minutes over, at least 1. */
  | { kind: "overdue"; dueUtc: string; minutesOver: number }
  /** Reported, whether in time or not. */
  | { kind: "reported"; submission: FactEntry<BodyOf<"submission">> };

export interface ReportClock {
  report: ReportId;
  limitHours: number;
  state: ClockState;
}

/** One for each report the role is bound to; none for anybody else. */
export function reportClocks(facts: CaseFacts, nowUtc: string): ReportClock[] {
  return clockedReports(facts.answers).map((report) => {
    const limitHours = report === "school-report" ? schoolReportHours : socialReportHours;
    const submission = facts.submissions.findLast(({ body }) => body.to === report);
    if (submission) return { report, limitHours, state: { kind: "reported", submission } };
    const startUtc = knownUtc(facts);
    const state = startUtc === null ? notStarted : clockState(startUtc, nowUtc, limitHours);
    return { report, limitHours, state };
  });
}

const notStarted: ClockState = { kind: "not-started" };

/** When the first bound person came to know; null until somebody said so. */
export function knownUtc({ known }: Pick<CaseFacts, "known">): string | null {
  return known && instantOf(known.body.known, known.at.offsetMinutes);
}

/** A start that lies ahead counts as now: a clock typed wrong must not give more time than there is. */
export function clockState(startUtc: string, nowUtc: string, limitHours: number): ClockState {
  const pastMs = Math.max(0, millisecondsOf(nowUtc) - millisecondsOf(startUtc));
  const leftMs = limitHours * hourMs - pastMs;
  const dueUtc = utcAfter(startUtc, limitHours * hourMs);
  if (leftMs < 0) return { kind: "overdue", dueUtc, minutesOver: Math.ceil(-leftMs / minuteMs) };
  const hoursPast = Math.min(limitHours, Math.floor(pastMs / hourMs));
  return { kind: "running", dueUtc, minutesLeft: Math.floor(leftMs / minuteMs), hoursPast };
}
