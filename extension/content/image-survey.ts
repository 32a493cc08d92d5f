/**
 * Which elements a style sheet gives an image: looked up once before the mask hides that too. Reads computed styles;
 * no image is opened.
 */
import type { HiddenKind } from "../../src/capture/mask/hidden-box.ts";
import { allTrees } from "./shadow-roots.ts";
import { StyledLater } from "./styled-later.ts";

export interface StyledImage {
  kind: HiddenKind;
  hasAddress: boolean;
}

/** Beyond this a page is surveyed no further: it would take longer than the capture. */
const mostElements = 20_000;

export function surveyImages(): StyledLater {
  const found = new Map<Element, StyledImage[]>();
  const trees = allTrees();
  const elements = trees.flatMap((tree) => [...tree.querySelectorAll("*")]);
  for (const element of elements.slice(0, mostElements)) {
    const images = imagesOn(element);
    if (images.length > 0) found.set(element, images);
  }
  return new StyledLater(found, trees);
}

function imagesOn(element: Element): StyledImage[] {
  const style = getComputedStyle(element);
  return [
    ...image("ground", style.backgroundImage),
    ...image("border", style.borderImageSource),
    ...image("marker", style.display === "list-item" ? style.listStyleImage : "none"),
    ...image("generated", imageIn(style.content)),
    ...["::before", "::after"].flatMap((part) => generated(getComputedStyle(element, part))),
  ];
}

function generated({ content, backgroundImage }: CSSStyleDeclaration): StyledImage[] {
  if (content === "none" || content === "normal") return [];
  return image("generated", backgroundImage === "none" ? imageIn(content) : backgroundImage);
}

/** `content` is words more often than an image. */
function imageIn(content: string): string {
  return /url\(|image-set\(|gradient\(/.test(content) ? content : "none";
}

function image(kind: HiddenKind, value: string): StyledImage[] {
  if (value === "none" || value === "") return [];
  return [{ kind, hasAddress: /url\("?(?!data:)/i.test(value) }];
}
