/** A text export line by line, each with its number, so that every one of them can be accounted for. */
import type { NotUnderstood, ParsedChat } from "./chat-message.ts";

export interface SourceLine {
  /** From 1, as an editor counts. */
  number: number;
  text: string;
}

/** The line break at the end of a file begins no further line. A byte order mark belongs to no line. */
export function sourceLines(text: string): SourceLine[] {
  const plain = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const lines = plain.split(/\r\n|\n|\r/);
  if (lines.at(-1) === "") lines.pop();
  return lines.map((line, index) => ({ number: index + 1, text: line }));
}

export function notUnderstood({ number, text }: SourceLine): NotUnderstood {
  return { origin: number, text: text.slice(0, 2_000).toWellFormed() };
}

export function countedLines(total: number, missed: readonly NotUnderstood[]): ParsedChat["counted"] {
  return { unit: "lines", total, understood: total - missed.length };
}
