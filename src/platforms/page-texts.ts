/** The texts a person can choose a value from: what the page showed, in its order, each once. */
import type { OutlineNode } from "../capture/page-outline.ts";
import { Outline } from "./outline.ts";

export interface PageText {
  text: string;
  locator: string;
}

const longest = 120;
const most = 300;

/** Those of the posts first: what stands around them is the site's. */
export function pageTexts(nodes: readonly OutlineNode[]): PageText[] {
  const outline = new Outline(nodes);
  const seen = new Set<string>();
  const texts = nodes.flatMap((node, place) => {
    const text =
      (node.attributes?.["datetime"]
        ? `${node.text ?? ""} ${node.attributes["datetime"]}`
        : node.text
      )?.trim() ?? "";
    const part = outline.part(place);
    if (!part || node.isHidden || text.length < 2 || text.length > longest || seen.has(text)) return [];
    seen.add(text);
    const isInPost = part.closest("article, [role=article], main, [role=main]") !== null;
    return [{ text, locator: part.locator, isInPost }];
  });
  const ordered = [...texts.filter(({ isInPost }) => isInPost), ...texts.filter(({ isInPost }) => !isInPost)];
  return ordered.slice(0, most).map(({ text, locator }) => ({ text, locator }));
}
