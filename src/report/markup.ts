/** Builds HTML in which every value is text: what is put in is made visible and escaped, always. */
import { visibleText } from "../base/visible-text.ts";

/** Finished HTML. Only `markup` and `ownText` make one, so nothing from a page can be taken for it. */
export class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

export type MarkupPart = Markup | string | number | null | readonly MarkupPart[];

/** A template whose own text is HTML and whose values are data; null stands for nothing. */
export function markup(literal: TemplateStringsArray, ...parts: MarkupPart[]): Markup {
  const rendered = literal.map((text, index) => text + htmlOf(parts[index] ?? null));
  return new Markup(rendered.join(""));
}

/** Text that stands in the HTML as it is: literals of our own source, digits and base64; never anything from a page. */
export function ownText(text: string): Markup {
  return new Markup(text);
}

function htmlOf(part: MarkupPart): string {
  if (part === null) return "";
  if (part instanceof Markup) return part.html;
  if (typeof part === "object") return part.map(htmlOf).join("");
  return escaped(visibleText(String(part)));
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}
