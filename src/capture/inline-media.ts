/**
 * Pictures, films and sounds written as text: `data:` addresses, and the letters of such an address without its head.
 * In masked captures none may be kept, so none ever is.
 */

/** A slash of a media type, also escaped as in JSON within JSON or within an address. */
const slash = String.raw`(?:\\{0,4}\/|\\{1,4}u002f|%2f)`;
const parameters = String.raw`[^,\s"'<>]{0,200}`;

const inlineMedia = new RegExp(String.raw`data:\s*(?:image|video|audio)${slash}${parameters},[^\s"'<>]`, "i");

/** Any type, for what calls itself something else; the end of an escaped string is not part of the address. */
const inlineData = new RegExp(
  String.raw`data:\s*(?:[a-z0-9.+-]+${slash}${parameters}|;base64),(?:[^\s"'<>\\]|\\(?!["']))*`,
  "gi",
);

/** Base64, also of the kind for addresses, with signs escaped as above. */
const sign = String.raw`(?:[A-Za-z0-9+/_-]|\\{1,4}\/|\\{1,4}u002[bBfF]|%2[bBfF])`;
/** How files begin: PNG, JPEG, GIF, RIFF (WebP), Matroska, SVG, and what begins with `ftyp` (MP4, AVIF, HEIC). */
const beginnings = String.raw`iVBORw0KGgo|(?:\\{0,4}\/|%2F|_)9j(?:\\{0,4}\/|%2F|_)|R0lGOD|UklGR|GkXfo|PHN2Zy|AAAA[A-Za-z0-9+/]GZ0eX`;
/** Fewer letters than this are no picture of anything. */
const leastSigns = 48;
const bareMedia = new RegExp(`(?:${beginnings})(?:${sign}){${leastSigns},}(?:=|%3D)*`, "g");

export function hasInlineMedia(text: string): boolean {
  return inlineMedia.test(text);
}

/** The text with every such address, and every picture in letters, replaced by how long it was. */
export function withoutInlineData(text: string): string {
  return text
    .replace(inlineData, (address) => `data:(${address.length} characters left out)`)
    .replace(bareMedia, (letters) => `(${letters.length} characters left out)`);
}
