/**
 * Takes what opens an account out of the archive that the browser makes of a page (MHTML: RFC 2557, as Chromium writes
 * it: one text with CR LF, HTML parts in quoted-printable). Parts of other kinds stay byte for byte.
 */
import { mayKeepValue, inputType, type Attributes } from "./form-values.ts";
import { fromQuotedPrintable, toQuotedPrintable } from "./quoted-printable.ts";

/** Attributes as Chromium writes a page out: always in double quotes, with `&`, `"` and `<` escaped. */
const tag = /<([a-z][^\s/>]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*(\/?)>/gi;
const attributePattern = /\s+([^\s=>]+)(?:="([^"]*)")?/g;
/** `meta` that says how the page is to be read; every other may carry a token. */
const plainMeta = /^(?:charset|viewport|content-type|description|author|og:[a-z_:]+|article:[a-z_]+)$/i;

/** Null when the text is no archive of the form above: then it is not kept at all. */
export function scrubPageFile(mhtml: string): string | null {
  const boundary = /^content-type:\s*multipart\/related;[\s\S]*?boundary="?([^"\r\n]+)"?/im.exec(mhtml)?.[1];
  if (!boundary) return null;
  const separator = `--${boundary}`;
  return mhtml.split(separator).map(scrubPart).join(separator);
}

function scrubPart(part: string): string {
  const end = part.indexOf("\r\n\r\n");
  const head = part.slice(0, end);
  if (end < 0 || !/^content-type:\s*(?:text\/html|application\/xhtml\+xml)/im.test(head)) return part;
  const isQuoted = /^content-transfer-encoding:\s*quoted-printable/im.test(head);
  // Where the browser chose another way to write it, nothing can be taken out safely: the page itself is left out.
  if (!isQuoted) return `${head}\r\n\r\n`;
  const markup = scrubMarkup(fromQuotedPrintable(part.slice(end + 4)));
  return `${head}\r\n\r\n${toQuotedPrintable(markup)}\r\n`;
}

/** Public for its laws. */
export function scrubMarkup(markup: string): string {
  const bare = markup.replace(/<script\b[\s\S]*?<\/script\s*>|<!--[\s\S]*?-->/gi, "");
  return bare.replace(tag, (whole) => scrubTag(whole));
}

function scrubTag(whole: string): string {
  const [, name = "", written = "", slash = ""] = new RegExp(tag.source, "i").exec(whole) ?? [];
  const attributes = Array.from(
    written.matchAll(attributePattern),
    ([, own = "", value]) => [own.toLowerCase(), value ?? ""] as const,
  );
  const kept = attributes.filter(([own]) => isKept(name.toLowerCase(), own, attributes));
  return `<${name}${kept.map(([own, value]) => ` ${own}="${value}"`).join("")}${slash && " /"}>`;
}

function isKept(element: string, own: string, attributes: Attributes): boolean {
  if (own.startsWith("data-") || own.startsWith("on") || own === "nonce") return false;
  if (element === "meta" && own === "content") return attributes.some(([, value]) => plainMeta.test(value));
  if (element === "input" && own === "value") {
    return inputType(attributes) !== null && mayKeepValue("input", attributes);
  }
  return true;
}
