/** Finds every tree in the page: the document and all shadow roots, open and closed. Reads only. */
import { driverBrowser } from "./page-runtime.ts";

/**
 * Elements of HTML of which there are most, and which may have no root (DOM standard, `attachShadow`). Leaving them out
 * by a selector is several times quicker than asking each for its name.
 */
const perhapsHosts =
  "*:not(a,b,br,button,code,dd,dl,dt,em,form,g,i,img,input,label,li,link,meta,ol,option,path,rect,script,small,source,strong,style,svg,table,tbody,td,th,time,tr,u,ul,use)";

export function allTrees(): [Document, ...ShadowRoot[]] {
  const trees: [Document, ...ShadowRoot[]] = [document];
  // The list grows while it is walked: roots may hold roots.
  for (const tree of trees) {
    for (const element of tree.querySelectorAll(perhapsHosts)) {
      const root = shadowRootOf(element);
      if (root) trees.push(root);
    }
  }
  return trees;
}

/** Besides custom elements, which have a hyphen, no other element may (DOM standard, `attachShadow`). */
const possibleHosts = new Set(
  "article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split(" "),
);

/** Asking the browser for each element of a page is what a look at a large one takes longest for (measured). */
function mayHaveRoot(name: string): boolean {
  return possibleHosts.has(name) || name.includes("-");
}

export function shadowRootOf(element: Element): ShadowRoot | null {
  // Not `instanceof`: elements of a frame are made by another window.
  if (element.namespaceURI !== "http://www.w3.org/1999/xhtml" || !mayHaveRoot(element.localName)) return null;
  const firefox = (element as Element & { openOrClosedShadowRoot?: ShadowRoot | null })
    .openOrClosedShadowRoot;
  if (firefox !== undefined) return firefox;
  return driverBrowser.dom?.openOrClosedShadowRoot(element) ?? element.shadowRoot;
}

/** The element around another, out of shadow trees too. */
export function parentAcross(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
