/**
 * A style sheet that loads nothing. The text is split into tokens as CSS Syntax Level 3 (§4) does, so that no comment,
 * escape or open string hides an address; what would load becomes `none` with its address in a comment.
 */
import { withoutInlineData } from "../inline-media.ts";
import { type Scan, readEscape, readName, startsName } from "./style-names.ts";

const loadingFunction = /url|src|image|cross-fade|element|paint|canvas|expression|regexp|domain/;
/** Rules that name other files, or mean nothing without them. */
const loadingRule = /^(?:import|charset|namespace|document|-moz-document)/;
const longestAddress = 2_048;

/** Safe in a `style` element and, with quotes escaped, in a `style` attribute: no `<` that could begin a tag. */
export function inertStyle(css: string): string {
  const scan: Scan = { text: css, at: 0 };
  let inert = "";
  while (scan.at < css.length) inert += nextToken(scan);
  return inert;
}

function nextToken(scan: Scan): string {
  const { text, at } = scan;
  const character = text.charAt(at);
  if (text.startsWith("/*", at)) return comment(scan);
  if (character === '"' || character === "'") return string(scan);
  if (startsName(text, at)) return nameOrFunction(scan);
  if (character === "@" && startsName(text, at + 1)) return atRule(scan);
  if (character === "#" && startsName(text, at + 1)) return hash(scan);
  scan.at += 1;
  // Half an escape means nothing; `<` alone belongs to ranges in media queries and must not open a tag.
  if (character === "\\") return " ";
  if (character === "<") return /[\s=]/.test(text.charAt(at + 1)) ? "<" : "< ";
  return character;
}

/** Only our own remarks stay, so that a second run changes nothing. A comment keeps what stands beside it apart. */
function comment(scan: Scan): string {
  const end = scan.text.indexOf("*/", scan.at + 2);
  const whole = scan.text.slice(scan.at, end < 0 ? undefined : end + 2);
  scan.at += whole.length;
  return /^\/\*keepleaf [^*<>\\]*\*\/$/.test(whole) ? whole : "/**/";
}

function string(scan: Scan): string {
  const quote = scan.text.charAt(scan.at);
  scan.at += 1;
  return `${quote}${stringInside(scan, quote)}${quote}`;
}

/** Up to the closing quote, the end of the line (where a string ends without one), or the end of the text. */
function stringInside(scan: Scan, quote: string): string {
  let inside = "";
  while (scan.at < scan.text.length) {
    const character = scan.text.charAt(scan.at);
    if (/[\n\r\f]/.test(character)) return inside;
    if (character === "\\") {
      inside += stringEscape(scan);
      continue;
    }
    scan.at += 1;
    if (character === quote) return inside;
    inside += character === "<" ? "\\3c " : character;
  }
  return inside;
}

function stringEscape(scan: Scan): string {
  const next = scan.text.charAt(scan.at + 1);
  if (next === "" || /[\n\r\f]/.test(next)) {
    scan.at += next === "\r" && scan.text.charAt(scan.at + 2) === "\n" ? 3 : 2;
    return "";
  }
  return readEscape(scan).text;
}

function nameOrFunction(scan: Scan): string {
  const { text, value } = readName(scan);
  if (scan.text.charAt(scan.at) !== "(") return text;
  scan.at += 1;
  if (!loadingFunction.test(value.toLowerCase())) return `${text}(`;
  return `none/*keepleaf ${remark(insideBrackets(scan))}*/`;
}

function atRule(scan: Scan): string {
  scan.at += 1;
  const { text, value } = readName(scan);
  return loadingRule.test(value.toLowerCase()) ? "@keepleaf-left-out " : `@${text}`;
}

function hash(scan: Scan): string {
  scan.at += 1;
  return `#${readName(scan).text}`;
}

/** What stands between the brackets, which are left behind. */
function insideBrackets(scan: Scan): string {
  const begun = scan.at;
  for (let depth = 1; scan.at < scan.text.length && depth > 0; ) {
    const character = scan.text.charAt(scan.at);
    if (character === '"' || character === "'") string(scan);
    else scan.at += character === "\\" ? 2 : 1;
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
  }
  return scan.text.slice(begun, scan.at).replace(/\)$/, "");
}

/** The address as text that can end no comment and begin no tag. */
function remark(written: string): string {
  const address = withoutInlineData(written.trim().replace(/^["']|["']$/g, ""));
  return address
    .replace(/[*<>\\\p{Cc}]/gu, " ")
    .slice(0, longestAddress)
    .toWellFormed();
}
