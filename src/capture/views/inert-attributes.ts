/** The attributes of an element as the static copy has them: looks and words, and addresses only as text. */
import { withoutInlineData } from "../inline-media.ts";
import { inertStyle } from "./inert-style.ts";
import { roleOf } from "./kept-names.ts";
import { escapeText } from "./markup-writer.ts";
import type { Namespace } from "./page-tree.ts";

const longestValue = 8_192;

/** With a leading space each; empty when none is kept. */
export function inertAttributes(
  attributes: readonly (readonly [name: string, value: string])[],
  namespace: Namespace,
): string {
  return attributes.map(([name, value]) => written(name, value, namespace)).join("");
}

function written(name: string, value: string, namespace: Namespace): string {
  if (isCode(value)) return "";
  switch (roleOf(name, namespace)) {
    case "kept":
      return ` ${name}="${escapeText(capped(value))}"`;
    case "style":
      return ` ${name}="${escapeText(inertStyle(capped(value)))}"`;
    case "address":
      return ` data-keepleaf-${name.replace(":", "-")}="${escapeText(capped(value))}"`;
    case "left-out":
      return "";
  }
}

/** `javascript:` and its kin, also with the blanks and line breaks that browsers skip. */
export function isCode(address: string): boolean {
  return /^(?:javascript|vbscript|livescript):/i.test(address.replace(/[\s\p{Cc}]/gu, ""));
}

function capped(value: string): string {
  return withoutInlineData(value).slice(0, longestValue);
}
