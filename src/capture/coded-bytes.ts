/**
 * Bytes written as letters or numbers without any address: base64, hex, lists of numbers, escapes. What looks like
 * bytes is left out, whatever they are of, for nobody can say of half a file that it is no picture. Words in any
 * language, addresses, names and hashes stay.
 */

/** A quote, also escaped as in JSON within JSON. */
const quote = String.raw`\\{0,4}["']`;
/** What parts one text into lines or into strings that belong together. */
const seams = String.raw`(?:\s|\\{1,4}[nrt]|${quote}\s{0,4}[,+]\s{0,40}${quote}){1,12}`;
/** A name before a colon is none of it. */
const pieceEnds = String.raw`={0,2}(?![A-Za-z0-9+/=])(?!${quote}\s*:)`;

/** Letters of base64, also of the kind for addresses, with signs escaped as in JSON or in an address. */
const escapedSign = String.raw`\\{1,4}(?:\/|u002[bBfF])|%2[bBfF]`;
const sign = `(?:[A-Za-z0-9+/_-]|${escapedSign})`;
const padding = "(?:=|%3D){0,2}";

/** How files begin: PNG, JPEG, GIF, RIFF (WebP), Matroska, Ogg, TIFF, ICO, JPEG XL, SVG, XML, and `ftyp` (MP4, AVIF, HEIC). */
const beginnings = String.raw`iVBORw0KGgo|(?:\\{0,4}\/|%2F|_)9j(?:\\{0,4}\/|%2F|_)|R0lGOD|UklGR|GkXfo|T2dnUw|SUkqA|TU0AKg|AAABAA|AAAADEpYTCA|PHN2Zy|PD94bWwg|AAAA[A-Za-z0-9+/]GZ0eX`;
const begun = new RegExp(
  `(?:${beginnings})${sign}{8,}${padding}(?:${seams}[A-Za-z0-9+/]{16,}${pieceEnds})*`,
  "g",
);
/** Fewer letters than this are no picture of anything. */
const leastSigns = 48;

/** Without a known beginning it takes more of them; in an address more still, for sites put long keys there. */
const nameless = new RegExp(
  `(?<![A-Za-z0-9+/_-])${sign}{40,}${padding}(?:${seams}[A-Za-z0-9+/]{40,}${pieceEnds})*`,
  "g",
);
const leastNameless = 128;
const leastInAddress = 512;
const longestAddress = 4_096;

/** More digits than the longest hash has. */
const hex = /(?<![0-9A-Za-z])(?:(?:0x)?[0-9a-fA-F]{2}[\s:,-]{0,2}){80,}/g;

/** PNG, JPEG, GIF and RIFF. */
const knownHex = /(?:89504e470d0a1a0a|ffd8ffe[01]|ffd8ffdb|474946383[79]61|52494646)[0-9a-f]{80}/i;

/** Numbers up to three digits in brackets, or each under its place, as scripts write bytes. */
const listed = /([[({]\s{0,4})\d{1,3}(?:\s{0,4},\s{0,4}\d{1,3}){63,}(?=\s{0,4}[\])}])/g;
const numbered = /("\d{1,6}\\{0,4}"):\s?\d{1,3}(?:,\s{0,4}\\{0,4}"\d{1,6}\\{0,4}":\s?\d{1,3}){31,}/g;

/** Codes below 32 that no text has, in whatever spelling; not those that colour a terminal. */
const control = String.raw`(?:[\0-\x08\x0e-\x1a\x1c-\x1f]|(?:\\{1,4}(?:x|u00)|%)(?:0[0-8ef]|1[0-9ac-f])|=(?:0[0-8EF]|1[0-9AC-F])(?==[0-9A-F]{2})|&#0{0,4}(?:[0-8]|1[4-9]);)`;
const raw = new RegExp(String.raw`${control}(?:[^]{0,160}?${control}){7,}[^\s"'<>]*`, "g");

/** Names under which sites put a tiny picture of a picture. */
const preview =
  /((?:blur_?hash|thumb_?hash|media_?preview|preview_?payload|stripped_?thumb(?:nail)?)\\*["']\s*:\s*\\*["'])(?:[^"'\\]|\\+[^"'\\])+/gi;

/** Where a drawing in markup begins and ends; the first pair where the markup is itself only text: escaped for a string, a page or an address. */
const escapedOpening = /(?:\\{1,4}u003c|&lt;|%3c)svg\b/gi;
const opening = /<svg\b/gi;
const closing = /(?:\\{1,4}u003c|<|&lt;|%3c)(?:\\{0,4}\/|%2f)svg\s*(?:\\{1,4}u003e|>|&gt;|%3e)/gi;

/** The text without bytes; JSON stays JSON, and markup stays markup. */
export function withoutCodedBytes(text: string): string {
  if (text.length < leastSigns / 2) return text;
  const named = withoutDrawn(text, escapedOpening)
    .replace(preview, "$1(left out)")
    .replace(begun, (letters) => (letters.length < leastSigns ? letters : leftOut(letters)));
  return named.length < leastNameless ? named : withoutNameless(named);
}

/** What says nothing of what it is takes so many letters. */
function withoutNameless(text: string): string {
  return text
    .replace(nameless, (letters, at: number, whole: string) =>
      isBytes(letters, at, whole) ? leftOut(letters) : letters,
    )
    .replace(hex, (digits) => (hasHexLetters(digits) ? leftOut(digits) : digits))
    .replace(listed, "$1null")
    .replace(numbered, "$1:null")
    .replace(raw, leftOut);
}

/** Whether a text holds bytes of a file of a known kind, in base64 or in hex: more than a guess, as a refusal must be. */
export function holdsKnownBytes(text: string): boolean {
  if (knownHex.test(text)) return true;
  for (const [letters] of text.matchAll(begun)) if (letters.length >= leastSigns) return true;
  return false;
}

/** For text that is no markup of ours: a drawing written out in it is left out as well. */
export function withoutDrawings(text: string): string {
  return withoutDrawn(text, opening);
}

/** By hand, for an expression would look for the end anew from each of a thousand beginnings that have none. */
function withoutDrawn(text: string, begins: RegExp): string {
  let kept = "";
  let at = 0;
  for (;;) {
    begins.lastIndex = at;
    const from = begins.exec(text)?.index;
    closing.lastIndex = from ?? text.length;
    if (from === undefined || closing.exec(text) === null) return kept + text.slice(at);
    kept += text.slice(at, from) + leftOut(text.slice(from, closing.lastIndex));
    at = closing.lastIndex;
  }
}

function isBytes(letters: string, at: number, whole: string): boolean {
  if (letters.length < leastNameless || !hasNoRhyme(letters)) return false;
  return letters.length >= leastInAddress || !isInAddress(whole, at);
}

function isInAddress(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - longestAddress), at);
  return /:(?:\\{0,4}\/|\\{1,4}u002f|%2f){2}[^\s"'<>]*$/i.test(before);
}

/** Kinds of letters change from one to the next as they never do in words or in names put together from words. */
function hasNoRhyme(letters: string): boolean {
  const kinds = Array.from(letters.replace(/%2[BF]|\\+u002[bf]/gi, "/"), kindOf).filter(
    (kind) => kind !== null,
  );
  const share = (wanted: string) => kinds.filter((kind) => kind === wanted).length / kinds.length;
  const changes = kinds.filter((kind, at) => at > 0 && kind !== kinds[at - 1]).length / kinds.length;
  return share("upper") > 0.1 && share("lower") > 0.1 && share("digit") > 0.03 && changes > 0.35;
}

function kindOf(letter: string): "upper" | "lower" | "digit" | null {
  if (/[A-Z]/.test(letter)) return "upper";
  if (/[a-z]/.test(letter)) return "lower";
  return /\d/.test(letter) ? "digit" : null;
}

/** Numbers of two digits in a table have none of the six letters. */
function hasHexLetters(digits: string): boolean {
  const letters = digits.match(/[a-f]/gi)?.length ?? 0;
  const numbers = digits.match(/\d/g)?.length ?? 0;
  return letters > 0.1 * (letters + numbers) && numbers > 0.1 * (letters + numbers);
}

function leftOut(letters: string): string {
  return `(${letters.length} characters left out)`;
}
