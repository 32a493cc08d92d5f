/** Which elements and attributes of a page a static copy has. What is on no list is left out: default-deny. */
import type { Namespace } from "./page-tree.ts";

const words = (list: string) => new Set(list.trim().split(/\s+/));

const htmlNames = words(`
  a abbr address article aside audio b bdi bdo blockquote br button canvas caption center cite code col colgroup dd
  del details dfn dialog dir div dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hgroup
  hr i img input ins kbd label legend li main map mark menu meter nav ol optgroup option output p picture pre progress
  q rp rt ruby s samp search section select slot small span strike strong sub summary sup table tbody td textarea
  tfoot th thead time tr tt u ul var video wbr
`);

const svgNames = words(`
  svg g path rect circle ellipse line polyline polygon text tspan textPath defs symbol linearGradient radialGradient
  stop clipPath mask pattern marker title desc switch image foreignObject
`);

const mathNames = words(`
  math mrow mi mo mn ms mtext mfrac msqrt mroot msub msup msubsup munder mover munderover mtable mtr mtd mspace mstyle
  mpadded mphantom semantics
`);

/** Left out with everything in them: code, what speaks for code, and what shows nothing of its own. */
const leftOut = words(`
  script noscript template meta base head area embed param source track applet bgsound keygen basefont noframes noembed
  animate set animateMotion animateTransform annotation annotation-xml filter mpath use view cursor discard
`);

/** Frames and plug-ins: their place stays, and what is inside where the page itself could read it. */
const frameNames = words("iframe frame frameset object portal fencedframe");

const preformatted = words("xmp listing plaintext");
const wholePages = words("html body");

export const voidNames: ReadonlySet<string> = words("br col hr img input wbr");

/** The name in the copy; null where the element and all in it are left out. */
export function keptName(name: string, namespace: Namespace): string | null {
  if (leftOut.has(name)) return null;
  if (namespace === "svg") return svgNames.has(name) ? name : "g";
  if (namespace === "math") return mathNames.has(name) ? name : "mrow";
  if (htmlNames.has(name)) return name;
  if (frameNames.has(name) || wholePages.has(name)) return "div";
  if (preformatted.has(name)) return "pre";
  // Without scripts a custom element is a box with a name that style sheets know.
  return /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(name) ? name : "span";
}

const everywhere = words(`
  class id dir lang title hidden role slot part exportparts alt width height align valign bgcolor color face size
  border cellpadding cellspacing colspan rowspan span scope headers abbr start reversed min max low high optimum open
  datetime label placeholder rows cols wrap disabled readonly multiple for nowrap noshade hspace vspace compact clear
`);

const drawing = words(`
  d x y x1 x2 y1 y2 cx cy r rx ry fx fy fr dx dy points viewBox preserveAspectRatio transform opacity offset
  gradientUnits gradientTransform spreadMethod pathLength rotate textLength lengthAdjust patternUnits markerWidth
  markerHeight refX refY orient color display visibility overflow version mathvariant displaystyle
`);
const drawingKinds = /^(?:fill|stroke|stop|font|text|letter|word|dominant|alignment|clip|vector)-?[a-z-]*$/;

/** Attributes that name something to load, to go to or to send to; they are kept as text under another name. */
const addresses = words(`
  src href xlink:href srcset imagesrcset poster background cite action formaction data longdesc usemap ping manifest
  archive codebase classid profile lowsrc dynsrc
`);

export type AttributeUse = "kept" | "style" | "address" | "left-out";

export function roleOf(name: string, namespace: Namespace): AttributeUse {
  if (name === "style") return "style";
  if (addresses.has(name)) return "address";
  if (everywhere.has(name) || /^aria-[a-z]+$/.test(name)) return "kept";
  if (namespace === "html") return "left-out";
  return drawing.has(name) || drawingKinds.test(name) ? "style" : "left-out";
}
