/** Cuts a WhatsApp export into entries: a line that begins with day and time, and the lines that go on with it. */
import type { NotUnderstood } from "./chat-message.ts";
import type { TimeOfDay } from "./chat-time.ts";
import { timeOfDay, timeOfDaySource } from "./day-period.ts";
import { notUnderstood, type SourceLine } from "./source-lines.ts";
import { type DayNumbers, dayGroupsSource, dayNumbers } from "./whatsapp-days.ts";
import { directionMarks } from "./whatsapp-words.ts";

export interface WhatsappEntry {
  origin: number;
  shown: string;
  day: DayNumbers;
  time: TimeOfDay;
  /** Everything behind the time, with further lines. */
  rest: string;
}

const stamp = `(?<shown>${dayGroupsSource}[,،]?[ \u00a0\u202f]*${timeOfDaySource})`;
const marks = String.raw`[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]*`;
/** iPhone: in brackets, with seconds. */
const bracketed = new RegExp(String.raw`^${marks}\[${stamp}\] ?(?<rest>.*)$`, "i");
/** Android: a hyphen behind the time. */
const hyphened = new RegExp(`^${marks}${stamp} [-–] (?<rest>.*)$`, "i");

/** iPhone, until 2018: a colon behind the seconds. */
const coloned = new RegExp(`^${marks}(?=[^\\s]+ \\d{1,2}:\\d\\d:\\d\\d)${stamp}: (?<rest>.*)$`, "i");
const forms = [bracketed, hyphened, coloned];

export function whatsappEntries(lines: readonly SourceLine[]): {
  entries: WhatsappEntry[];
  missed: NotUnderstood[];
} {
  const entries: WhatsappEntry[] = [];
  const missed: NotUnderstood[] = [];
  const pattern = formOf(lines);
  for (const line of lines) {
    const groups = pattern?.exec(line.text)?.groups;
    const last = entries.at(-1);
    if (groups) entries.push(entryOf(line.number, groups));
    else if (last) last.rest += `\n${line.text}`;
    else if (line.text.trim() !== "") missed.push(notUnderstood(line));
  }
  return { entries, missed };
}

/** One file has one form; a pasted line of the other form is somebody's words. */
function formOf(lines: readonly SourceLine[]): RegExp | null {
  for (const { text } of lines.slice(0, 20)) {
    const form = forms.find((each) => each.test(text));
    if (form) return form;
  }
  return null;
}

function entryOf(origin: number, groups: Record<string, string | undefined>): WhatsappEntry {
  return {
    origin,
    shown: (groups["shown"] ?? "").replace(directionMarks, "").slice(0, 200),
    day: dayNumbers(groups),
    time: timeOfDay(groups),
    rest: groups["rest"] ?? "",
  };
}
