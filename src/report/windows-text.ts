/** Text files as Windows readers expect them: a byte order mark, CRLF, and cells that no spreadsheet runs. */
import { visibleText } from "../base/visible-text.ts";

const byteOrderMark = "\uFEFF";

/** The lines as a file that Notepad opens right; every unseen character stands as its code. */
export function windowsText(lines: readonly string[]): string {
  return byteOrderMark + lines.map((line) => `${visibleText(line)}\r\n`).join("");
}

/** Comma-separated values (RFC 4180), all cells quoted. */
export function windowsCsv(rows: readonly (readonly string[])[]): string {
  return byteOrderMark + rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** What a spreadsheet would take for a formula gets an apostrophe; full-width signs count too. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

function cell(value: string): string {
  const safe = formulaStart.test(value) ? `'${value}` : value;
  return `"${visibleText(safe).replaceAll('"', '""')}"`;
}
