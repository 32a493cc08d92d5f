/** Lists what the mask hides in the window just now: elements that are pictures, and elements with an image on them. */
import type { Rectangle } from "../../src/base/rectangle.ts";
import { type HiddenBox, type HiddenKind, mostHidden } from "../../src/capture/mask/hidden-box.ts";
import { pictureElements } from "../../src/capture/mask/mask-rules.ts";
import type { StyledImage } from "./image-survey.ts";
import type { StyledLater } from "./styled-later.ts";

const elementsOfPictures = pictureElements.replace(", svg *", "");
/** Put on by a script after the survey: what stands in the attribute can still be read. */
const withInlineImage = '[style*="url("],[style*="gradient("],[style*="image-set("],[background]';

const kinds: Record<string, HiddenKind> = {
  canvas: "canvas",
  svg: "drawing",
  video: "film",
  audio: "film",
  iframe: "frame",
  frame: "frame",
  fencedframe: "frame",
  portal: "frame",
  object: "object",
  embed: "object",
};

type Size = Pick<Rectangle, "width" | "height">;

export interface HiddenElement extends HiddenBox {
  element: Element;
}

/** One more than may be listed tells that there are too many. */
export function hiddenInView(
  byStyle: StyledLater,
  trees: readonly (Document | ShadowRoot)[],
): HiddenElement[] {
  const styled = byStyle.inTrees(trees);
  const pictures = trees.flatMap((tree) => [...tree.querySelectorAll(elementsOfPictures)]);
  const inline = trees.flatMap((tree) => [...tree.querySelectorAll(withInlineImage)]);
  const listed = [
    ...pictures.filter(standsForItself).map((element) => ({ element, images: () => [imageOf(element)] })),
    ...[...styled].map(([element, images]) => ({ element, images: () => images })),
    ...inline
      .filter((element) => !styled.has(element))
      .map((element) => ({ element, images: () => [inlineImage(element)] })),
  ];
  const window = { width: innerWidth, height: innerHeight };
  return listed.flatMap(({ element, images }) => boxesOf(element, window, images)).slice(0, mostHidden + 1);
}

/** A part of a drawing is in the drawing's box, an `img` within `picture` in its own. */
function standsForItself(element: Element): boolean {
  if (element.localName === "picture") return element.querySelector("img") === null;
  return element.localName !== "svg" || element.parentElement?.closest("svg") == null;
}

/** What an element shows is asked only where it is in view: most are not, and of these only one or two sides are read. */
function boxesOf(element: Element, window: Size, images: () => readonly StyledImage[]): HiddenElement[] {
  const rect = element.getBoundingClientRect();
  if (rect.top >= window.height || rect.bottom <= 0) return [];
  const { x, y, width, height } = rect;
  const isInWindow = width > 0 && height > 0 && x < window.width && x + width > 0;
  if (!isInWindow || !element.isConnected || getComputedStyle(element).display === "") return [];
  return images().map((image) => ({ element, box: { x, y, width, height }, ...image }));
}

function imageOf(element: Element): StyledImage {
  const kind = kinds[element.localName] ?? "image";
  const address = ["src", "srcset", "data", "poster", "href"].some((name) =>
    isAddress(element.getAttribute(name)),
  );
  return { kind, hasAddress: address || element.querySelector("source[src],source[srcset]") !== null };
}

function inlineImage(element: Element): StyledImage {
  const value = element.getAttribute("background") ?? element.getAttribute("style") ?? "";
  return {
    kind: "ground",
    hasAddress: element.hasAttribute("background") || /url\(["']?(?!data:)/i.test(value),
  };
}

function isAddress(value: string | null): boolean {
  return value !== null && value !== "" && !value.startsWith("data:");
}
