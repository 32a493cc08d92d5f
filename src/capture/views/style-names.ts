/** Names and escapes of CSS Syntax Level 3 (§4.3.7 to §4.3.11), with what they mean once escapes are resolved. */

export interface Scan {
  readonly text: string;
  at: number;
}

export interface Read {
  /** As written, but `<` only ever as an escape. */
  text: string;
  /** What it stands for. */
  value: string;
}

const nameCharacter = /[\w-]|\P{ASCII}/u;

/** Generous: whatever might be a name or its beginning is read as one. */
export function startsName(text: string, at: number): boolean {
  return nameCharacter.test(text.charAt(at)) || isEscape(text, at);
}

function isEscape(text: string, at: number): boolean {
  return text.charAt(at) === "\\" && /[^\n\r\f]/.test(text.charAt(at + 1));
}

export function readName(scan: Scan): Read {
  const name: Read = { text: "", value: "" };
  for (;;) {
    const part = isEscape(scan.text, scan.at) ? readEscape(scan) : readCharacter(scan);
    if (!part) return name;
    name.text += part.text;
    name.value += part.value;
  }
}

function readCharacter(scan: Scan): Read | null {
  const character = scan.text.charAt(scan.at);
  if (!nameCharacter.test(character)) return null;
  scan.at += 1;
  return { text: character, value: character };
}

/** A backslash with a hexadecimal number of up to six digits and one space, or with any other character. */
export function readEscape(scan: Scan): Read {
  const hexadecimal = /^\\([0-9a-f]{1,6})(?:\r\n|[ \n\r\t\f])?/i.exec(scan.text.slice(scan.at, scan.at + 9));
  if (!hexadecimal) {
    const character = String.fromCodePoint(scan.text.codePointAt(scan.at + 1) ?? 0x20);
    scan.at += 1 + character.length;
    return { text: character === "<" ? "\\3c " : `\\${character}`, value: character };
  }
  scan.at += hexadecimal[0].length;
  const code = Number.parseInt(hexadecimal[1] ?? "", 16);
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return { text: `\\${hexadecimal[1]} `, value: isCharacter ? String.fromCodePoint(code) : "\ufffd" };
}
