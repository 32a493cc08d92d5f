/** The rules of a tree's style sheets that give an image: for whom, of which kind, and whether it has an address. */
import type { HiddenKind } from "../../src/capture/mask/hidden-box.ts";
import type { StyledImage } from "./image-survey.ts";
import { countOfRules, elementsOf, isOfPart, rulesOf } from "./views/read-style-sheets.ts";

export interface ImageRule {
  /** Of the elements it is for; a part like `::before` is left off. */
  selector: string;
  /** What it draws on such an element, if nothing stronger says otherwise. */
  imagesOn(element: Element): StyledImage[];
}

type Tree = Document | ShadowRoot;
type Given = readonly [kind: HiddenKind, value: string];

/** More rules of a sheet than this are not looked at: a page may have as many as it likes. */
const mostRules = 20_000;
const image = /url\(|gradient\(|image-set\(|cross-fade\(|paint\(/;

export function imageRules(tree: Tree): ImageRule[] {
  return sheetsOf(tree).flatMap((sheet) => rulesIn(sheet).flatMap(imageRule));
}

/** Changes whenever a sheet or a rule comes or goes. */
export function sheetsSignature(tree: Tree): string {
  return sheetsOf(tree)
    .map((sheet) => `${sheet.disabled ? "-" : ""}${countOfRules(sheet) ?? "?"}`)
    .join(" ");
}

function sheetsOf(tree: Tree): CSSStyleSheet[] {
  return [...tree.styleSheets, ...tree.adoptedStyleSheets];
}

/** Those of conditions only where the condition holds; of scopes and containers, always. */
function rulesIn(sheet: CSSStyleSheet): CSSStyleRule[] {
  const rules: CSSRule[] = sheet.disabled ? [] : [...(rulesOf(sheet) ?? [])];
  for (const rule of rules) {
    if (rules.length > mostRules) break;
    if (holds(rule)) rules.push(...inside(rule));
  }
  return rules.filter((rule): rule is CSSStyleRule => "selectorText" in rule);
}

function inside(rule: CSSRule): CSSRule[] {
  // Keyframes have rules as well, but for no element.
  if (rule instanceof CSSKeyframesRule) return [];
  const imported = (rule as CSSImportRule).styleSheet;
  return imported ? (rulesOf(imported) ?? []) : [...((rule as CSSGroupingRule).cssRules ?? [])];
}

function holds(rule: CSSRule): boolean {
  const { media } = rule as CSSMediaRule;
  if (media) return media.mediaText === "" || matchMedia(media.mediaText).matches;
  return !(rule instanceof CSSSupportsRule) || CSS.supports(rule.conditionText);
}

function imageRule(rule: CSSStyleRule): ImageRule[] {
  const given = givenBy(rule);
  if (given.length === 0) return [];
  return [
    { selector: elementsOf(rule), imagesOn: (element) => given.flatMap((one) => drawnOn(element, one)) },
  ];
}

function givenBy({ selectorText, style }: CSSStyleRule): Given[] {
  const ground: HiddenKind = isOfPart(selectorText) ? "generated" : "ground";
  const all: Given[] = [
    // A short form with a variable in it tells its long forms nothing.
    [ground, style.backgroundImage || withVariable(style.background)],
    ["border", style.borderImageSource || withVariable(style.borderImage)],
    ["marker", style.listStyleImage || withVariable(style.listStyle)],
    ["generated", style.content],
  ];
  return all.filter(([, value]) => image.test(value) || value.includes("var("));
}

function withVariable(value: string): string {
  return value.includes("var(") ? value : "";
}

function drawnOn(element: Element, [kind, value]: Given): StyledImage[] {
  const resolved = value.includes("var(") ? `${value} ${variablesIn(element, value)}` : value;
  if (!image.test(resolved)) return [];
  return [{ kind, hasAddress: /url\(\s*["']?(?!data:)/i.test(resolved) }];
}

/** What the mask hides is the image, not the variable it comes from. */
function variablesIn(element: Element, value: string): string {
  const style = getComputedStyle(element);
  return Array.from(value.matchAll(/var\(\s*(--[^\s,)]+)/g), ([, name = ""]) =>
    style.getPropertyValue(name),
  ).join(" ");
}
