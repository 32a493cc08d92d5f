/**
 * Reads a chat saved by LINE as text, from a phone or a computer. It carries no seconds, no account and no picture;
 * names are those the exporter gave. LINE publishes no specification: the forms are those of its versions seen so far.
 */
import {
  type ChatMessage,
  type NotUnderstood,
  numbered,
  type ParsedChat,
  unknownMessage,
} from "./chat-message.ts";
import { type CalendarDay, wallTime } from "./chat-time.ts";
import { timeOfDay, timeOfDaySource } from "./day-period.ts";
import { lineDay } from "./line-days.ts";
import {
  lineCall,
  linePlaceholders,
  lineSavedAt,
  lineSystemWords,
  lineTakenBack,
  lineTitles,
} from "./line-words.ts";
import { countedLines, notUnderstood, type SourceLine, sourceLines } from "./source-lines.ts";

const tabbed = new RegExp(String.raw`^(?<time>${timeOfDaySource})\t(?:(?<name>[^\t]*)\t)?(?<text>.*)$`, "i");
const spaced = new RegExp(String.raw`^(?<time>${timeOfDaySource}) (?<rest>\S.*)$`, "i");
const mostLinesQuoted = 2_000;

/** Null when the text is no LINE export: neither its title nor a day followed by messages. */
export function readLineExport(text: string): ParsedChat | null {
  const lines = sourceLines(text);
  const title = titleOf(lines);
  if (!title && !looksLikeMessages(lines)) return null;
  const reader = new LineReader(lines, title?.name ?? null);
  const { messages, missed } = reader.read();
  return {
    format: "line",
    title: title?.name ?? null,
    isGroup: title?.isGroup ?? null,
    savedAtShown: savedAt(lines),
    ...numbered(messages),
    notUnderstood: missed,
    counted: countedLines(lines.length, missed),
  };
}

function titleOf(lines: readonly SourceLine[]): { name: string; isGroup: boolean } | null {
  const first = lines[0]?.text.trim() ?? "";
  for (const { pattern, isGroup } of lineTitles) {
    const name = pattern.exec(first)?.groups?.["name"];
    if (name !== undefined) return { name, isGroup };
  }
  return null;
}

function savedAt(lines: readonly SourceLine[]): string | null {
  const found = lines.slice(0, 3).map(({ text }) => lineSavedAt.exec(text.trim())?.groups?.["at"]);
  return found.find((at) => at !== undefined) ?? null;
}

/** Without a title: within the first lines a day, and right after it a time with a tab or a space. */
function looksLikeMessages(lines: readonly SourceLine[]): boolean {
  return lines.slice(0, 20).some(({ text }, index) => {
    const next = lines[index + 1]?.text ?? "";
    return lineDay(text) !== null && (tabbed.test(next) || spaced.test(next));
  });
}

type Found = Omit<ChatMessage, "order">;

class LineReader {
  readonly #lines: readonly SourceLine[];
  /** The only name the file itself tells apart from the words, where tabs do not. */
  readonly #partner: string | null;
  readonly #messages: Found[] = [];
  readonly #missed: NotUnderstood[] = [];
  #day: CalendarDay | null = null;
  #at = 0;
  /** Blank lines may belong to the message before them: only what follows tells. */
  #blanks = 0;

  constructor(lines: readonly SourceLine[], partner: string | null) {
    this.#lines = lines;
    this.#partner = partner;
  }

  read(): { messages: Found[]; missed: NotUnderstood[] } {
    for (; this.#at < this.#lines.length; this.#at += 1) {
      const line = this.#lines[this.#at];
      if (line && !this.#isHead(line)) this.#take(line);
    }
    return { messages: this.#messages, missed: this.#missed };
  }

  #isHead({ number, text }: SourceLine): boolean {
    if (number === 1 && lineTitles.some(({ pattern }) => pattern.test(text.trim()))) return true;
    return number <= 3 && lineSavedAt.test(text.trim());
  }

  #take(line: SourceLine): void {
    if (line.text.trim() === "") {
      this.#blanks += 1;
      return;
    }
    const day = lineDay(line.text);
    const message = day ? null : this.#messageOn(line);
    if (day) this.#day = day.day;
    else if (message) this.#messages.push(message);
    else this.#goOn(line);
    this.#blanks = 0;
  }

  #messageOn({ number, text }: SourceLine): Found | null {
    const groups = tabbed.exec(text)?.groups ?? spaced.exec(text)?.groups;
    if (!groups) return null;
    const time = wallTime(groups["time"] ?? "", this.#day, timeOfDay(groups));
    const rest = groups["rest"];
    const { name, words, basis } = rest === undefined ? tabbedParts(groups) : this.#spacedParts(rest);
    const whole = words.startsWith('"') ? this.#quoted(words) : words;
    return { ...unknownMessage, ...facts(name, whole), origin: number, senderBasis: basis, time };
  }

  /** Name and words parted by a space only: the title's name if it begins the line, else the first word. */
  #spacedParts(rest: string): { name: string | null; words: string; basis: ChatMessage["senderBasis"] } {
    if (lineTakenBack.test(rest) || lineSystemWords.test(rest))
      return { name: null, words: rest, basis: "none" };
    if (this.#partner !== null && rest.startsWith(`${this.#partner} `)) {
      return { name: this.#partner, words: rest.slice(this.#partner.length + 1), basis: "known-name" };
    }
    const space = rest.indexOf(" ");
    if (space < 0) return { name: null, words: rest, basis: "none" };
    return { name: rest.slice(0, space), words: rest.slice(space + 1), basis: "first-word" };
  }

  /** A message of several lines stands in quotes, its own quotes doubled; without an end it is one line as it stands. */
  #quoted(first: string): string {
    let text = first;
    for (let next = this.#at; next < this.#at + mostLinesQuoted; next += 1) {
      if (next > this.#at) text += `\n${this.#lines[next]?.text ?? ""}`;
      const isClosed = text.length > 1 && text.endsWith('"') && quotes(text) % 2 === 0;
      if (isClosed && next === this.#at) return first;
      if (isClosed) {
        this.#at = next;
        return text.slice(1, -1).replaceAll('""', '"');
      }
      const following = this.#lines[next + 1];
      if (!following || tabbed.test(following.text)) return first;
    }
    return first;
  }

  /** A computer writes further lines as they are: they belong to the message above, blank lines between included. */
  #goOn(line: SourceLine): void {
    const last = this.#messages.at(-1);
    if (last?.kind !== "message") {
      this.#missed.push(notUnderstood(line));
      return;
    }
    last.text += `${"\n".repeat(this.#blanks + 1)}${line.text}`;
  }
}

function quotes(text: string): number {
  return text.split('"').length - 1;
}

function tabbedParts(groups: Record<string, string | undefined>): {
  name: string | null;
  words: string;
  basis: ChatMessage["senderBasis"];
} {
  const name = groups["name"]?.trim() ? groups["name"] : null;
  return { name, words: groups["text"] ?? "", basis: name === null ? "none" : "separated" };
}

function facts(name: string | null, words: string): Partial<Found> & Pick<Found, "text"> {
  const kind = linePlaceholders.get(words.trim());
  if (lineTakenBack.test(words) && (name === null || words.length < 40)) {
    return { kind: "system", sender: name, text: words, isDeleted: true };
  }
  if (lineCall.test(words)) return { kind: "call", sender: name, text: words };
  if (name === null) return { kind: "system", text: words };
  return { sender: name, text: words, attachments: kind ? [{ kind, name: null }] : [] };
}
