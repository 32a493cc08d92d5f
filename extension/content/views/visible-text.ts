/** The words of a page as a reader sees them, line breaks included; shadow trees and frames of the same origin too. */
import type { Tree } from "./page-documents.ts";

export function visibleText(trees: readonly Tree[]): string {
  return trees
    .map(textOf)
    .filter((text) => text.trim() !== "")
    .join("\n\n");
}

function textOf(tree: Tree): string {
  // A picture opened by itself may hold words that nobody sees; they are part of the picture.
  if ("contentType" in tree && tree.contentType.startsWith("image/")) return "";
  if ("body" in tree) return tree.body?.innerText ?? wordsBelow(tree.documentElement);
  return [...tree.children].map((child) => (child as HTMLElement).innerText ?? "").join("\n");
}

/** Of a document without a body: all its words but those of programs, sheets and drawings. */
function wordsBelow(root: Element | null): string {
  if (!root || /^(?:svg|script|style)$/.test(root.localName)) return "";
  return Array.from(root.childNodes, (node) => {
    if (node instanceof Element) return wordsBelow(node);
    return node instanceof Text ? node.data : "";
  }).join("");
}
