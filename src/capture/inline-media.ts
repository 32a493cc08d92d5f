/**
 * Pictures, films and sounds written as text: `data:` addresses, and the bytes of files in other writings.
 * In masked captures none may be kept, so none ever is.
 */
import { holdsKnownBytes, withoutCodedBytes, withoutDrawings } from "./coded-bytes.ts";

/** A slash of a media type, also escaped as in JSON within JSON or within an address. */
const slash = String.raw`(?:\\{0,4}\/|\\{1,4}u002f|%2f)`;
const parameters = String.raw`[^,\s"'<>]{0,200}`;

const inlineMedia = new RegExp(String.raw`data:\s*(?:image|video|audio)${slash}${parameters},[^\s"'<>]`, "i");

/** Any type, for what calls itself something else; the end of an escaped string is not part of the address. */
const inlineData = new RegExp(
  String.raw`data:\s*(?:[a-z0-9.+-]+${slash}${parameters}|;base64),(?:[^\s"'<>\\]|\\(?!["']))*`,
  "gi",
);

export function hasInlineMedia(text: string): boolean {
  return inlineMedia.test(text);
}

/** For what comes from outside as it is and cannot be freed of it: also without an address, where it begins as files do. */
export function hasMediaBytes(text: string): boolean {
  return hasInlineMedia(text) || holdsKnownBytes(text);
}

/** The text with every such address, and everything else that may be bytes, replaced by how long it was. */
export function withoutInlineData(text: string): string {
  return withoutCodedBytes(
    text.replace(inlineData, (address) => `data:(${address.length} characters left out)`),
  );
}

/** For text that is no markup of ours: a drawing written out in it goes as well. */
export function withoutMedia(text: string): string {
  return withoutDrawings(withoutInlineData(text));
}

/** All texts of a record; what is typed or pasted may hold a picture as well, and no record may be refused for it later. */
export function withoutMediaIn<Value>(value: Value): Value {
  if (typeof value === "string") return withoutMedia(value) as Value;
  if (Array.isArray(value)) return value.map(withoutMediaIn) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, withoutMediaIn(part)]),
  ) as Value;
}
