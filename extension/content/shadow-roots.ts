/** Finds every tree in the page: the document and all shadow roots, open and closed. Reads only. */
import { driverBrowser } from "./page-runtime.ts";

type Tree = Document | ShadowRoot;

/** A page of so many elements is walked no further; what is beyond is hidden by the sheet all the same. */
const mostElements = 60_000;

export function allTrees(): Tree[] {
  const trees: Tree[] = [document];
  let seen = 0;
  // The list grows while it is walked: roots may hold roots.
  for (const tree of trees) {
    for (const element of tree.querySelectorAll("*")) {
      seen += 1;
      if (seen > mostElements) return trees;
      const root = shadowRootOf(element);
      if (root) trees.push(root);
    }
  }
  return trees;
}

function shadowRootOf(element: Element): ShadowRoot | null {
  if (!(element instanceof HTMLElement)) return null;
  const firefox = (element as HTMLElement & { openOrClosedShadowRoot?: ShadowRoot | null })
    .openOrClosedShadowRoot;
  if (firefox !== undefined) return firefox;
  return driverBrowser.dom?.openOrClosedShadowRoot(element) ?? element.shadowRoot;
}
