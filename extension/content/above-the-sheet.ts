/**
 * What a page can put above or beside the mask's sheet, and what then cannot be told from a picture: a transition of the
 * page that holds an older screen, effects of scripts that stand where transitions stand in the cascade (above every
 * sheet), and shadows of highlights, whose names a sheet would have to know. All three were measured on Chromium 156.
 */

const inTransition = ":active-view-transition";
const knowsTransitions = CSS.supports(`selector(${inTransition})`);

/** More elements than this in the ranges of highlights are not looked at; nothing is shot there. */
const mostHighlighted = 2_000;

const imageProperties = [
  "background-image",
  "border-image-source",
  "mask-image",
  "mask-border-source",
  "-webkit-mask-box-image-source",
  "list-style-image",
  "filter",
  "backdrop-filter",
  "box-shadow",
  "text-shadow",
] as const;

type Tree = Document | ShadowRoot;

/** False where something may be on the screen that the sheet does not hide. `fonts` is the family it gives to all words. */
export function isNothingAbove(trees: readonly Tree[], fonts: string | null): boolean {
  return !trees.some(holdsOldScreen) && isNothingForced(trees, fonts);
}

/** False where a script has put something above the sheet, which no page does that is not after just that. */
export function isNothingForced(trees: readonly Tree[], fonts: string | null): boolean {
  return (
    trees.every((tree) => tree.getAnimations().every((one) => isTame(one, fonts))) && areHighlightsFlat()
  );
}

/** While its callback runs, nothing is drawn anew: not even a drawn frame tells what stands on the screen. */
function holdsOldScreen(tree: Tree): boolean {
  return knowsTransitions && tree.querySelector(inTransition) !== null;
}

/** The same of the whole window only: quickly told, while the others may stand at any element. */
export function holdsWholeScreen(): boolean {
  return knowsTransitions && document.documentElement?.matches(inTransition) === true;
}

function isTame({ effect }: Animation, fonts: string | null): boolean {
  if (!(effect instanceof KeyframeEffect) || !effect.target) return true;
  const style = getComputedStyle(effect.target, effect.pseudoElement);
  if (style.visibility === "hidden" && style.opacity === "0") return true;
  return (
    imageProperties.every((property) => /^(none)?$/.test(style.getPropertyValue(property))) &&
    !/url\(|image-set\(|gradient\(|paint\(/.test(style.content) &&
    (fonts === null || style.display === "" || style.fontFamily === fonts)
  );
}

function areHighlightsFlat(): boolean {
  const registry = (CSS as unknown as { highlights?: ReadonlyMap<string, Iterable<AbstractRange>> })
    .highlights;
  if (!registry || registry.size === 0) return true;
  const budget = { left: mostHighlighted };
  return [...registry].every(([name, ranges]) =>
    [...ranges].every((range) => isFlat(`::highlight(${CSS.escape(name)})`, range, budget)),
  );
}

function isFlat(part: string, range: AbstractRange, budget: { left: number }): boolean {
  return elementsOf(range).every((element) => {
    budget.left -= 1;
    return budget.left >= 0 && getComputedStyle(element, part).textShadow === "none";
  });
}

/** All below what holds both ends: more than the range has, never fewer. */
function elementsOf({ startContainer, endContainer }: AbstractRange): Element[] {
  let around: Node | null = startContainer;
  while (around && !around.contains(endContainer)) around = around.parentNode;
  const top = around instanceof Element ? around : around?.parentElement;
  return top ? [top, ...top.querySelectorAll("*")] : [];
}
