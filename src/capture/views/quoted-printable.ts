/** Quoted-printable (RFC 2045 §6.7) over UTF-8, in lines of at most 76 characters. */

export function fromQuotedPrintable(text: string): string {
  const bytes: number[] = [];
  const joined = text.replace(/=[ \t]*\r?\n/g, "");
  for (let at = 0; at < joined.length; at += 1) {
    const hexadecimal = joined.charAt(at) === "=" ? joined.slice(at + 1, at + 3) : "";
    if (/^[0-9a-f]{2}$/i.test(hexadecimal)) {
      bytes.push(Number.parseInt(hexadecimal, 16));
      at += 2;
    } else bytes.push(joined.charCodeAt(at) & 0xff);
  }
  return new TextDecoder().decode(new Uint8Array(bytes));
}

const longestLine = 75;

export function toQuotedPrintable(text: string): string {
  const lines: string[] = [];
  let line = "";
  for (const byte of new TextEncoder().encode(text)) {
    const token = isPlain(byte)
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    if (line.length + token.length > longestLine) {
      lines.push(`${line}=`);
      line = "";
    }
    line += token;
  }
  return [...lines, line].join("\r\n");
}

/** Printable but `=`; blanks are written out as well, so that none stands at the end of a line. */
function isPlain(byte: number): boolean {
  return byte > 0x20 && byte < 0x7f && byte !== 0x3d;
}
