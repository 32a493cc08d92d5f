/**
 * Pictures that style sheets draw. Found by the rules that name an address and by `style` attributes, not by what is
 * drawn: in masked captures nothing of it is drawn, and the addresses must be known all the same.
 */
import { addressesInStyle } from "../../../src/capture/views/style-addresses.ts";
import type { Tree } from "./page-documents.ts";
import { elementsOf, rulesOf } from "./read-style-sheets.ts";

export interface DrawnByStyle {
  element: Element;
  address: string;
  base: string;
}

const mostRules = 2_000;
const mostFor = 100;
/** Of the sheets nobody may read, only what is drawn can tell; looking at more elements than this takes too long. */
const mostLookedAt = 5_000;

export function readBackgrounds(trees: readonly Tree[]): DrawnByStyle[] {
  return trees.flatMap((tree) => {
    const sheets = [...tree.styleSheets, ...tree.adoptedStyleSheets];
    const isPartial = sheets.some((sheet) => rulesOf(sheet) === null);
    const ruled = sheets.flatMap((sheet) => inRules(tree, sheet));
    const found = [...ruled, ...inAttributes(tree), ...(isPartial ? asDrawn(tree) : [])];
    const once = new Map(found.map((each) => [`${each.address} ${indexOf(each.element)}`, each]));
    return [...once.values()];
  });
}

const numbers = new WeakMap<Element, number>();
let last = 0;

function indexOf(element: Element): number {
  const known = numbers.get(element);
  if (known !== undefined) return known;
  last += 1;
  numbers.set(element, last);
  return last;
}

function inRules(tree: Tree, sheet: CSSStyleSheet): DrawnByStyle[] {
  const base = sheet.href ?? baseOf(tree);
  return styleRules(sheet).flatMap((rule) => {
    const addresses = addressesInStyle(rule.style.cssText);
    if (addresses.length === 0) return [];
    return elementsFor(tree, elementsOf(rule)).flatMap((element) =>
      addresses.map((address) => ({ element, address, base })),
    );
  });
}

/** Rules in media queries and layers count where the browser applies them: who is not meant is not matched anyway. */
function styleRules(sheet: CSSStyleSheet): CSSStyleRule[] {
  const rules: CSSRule[] = [...(rulesOf(sheet) ?? [])];
  for (const rule of rules) {
    if (rules.length > mostRules * 10) break;
    const inside = (rule as CSSGroupingRule).cssRules;
    if (inside) rules.push(...inside);
    const imported = (rule as CSSImportRule).styleSheet;
    if (imported) rules.push(...(rulesOf(imported) ?? []));
  }
  const naming = rules.filter(
    (rule): rule is CSSStyleRule => "selectorText" in rule && /url\(/.test(rule.cssText),
  );
  return naming.slice(0, mostRules);
}

function elementsFor(tree: Tree, selector: string): Element[] {
  try {
    return [...tree.querySelectorAll(selector)].slice(0, mostFor);
  } catch {
    return [];
  }
}

function inAttributes(tree: Tree): DrawnByStyle[] {
  return [...tree.querySelectorAll<HTMLElement>('[style*="url("]')].flatMap((element) =>
    addressesInStyle(element.style.cssText).map((address) => ({ element, address, base: element.baseURI })),
  );
}

function asDrawn(tree: Tree): DrawnByStyle[] {
  return [...tree.querySelectorAll("*")].slice(0, mostLookedAt).flatMap((element) =>
    addressesInStyle(getComputedStyle(element).backgroundImage).map((address) => ({
      element,
      address,
      base: element.baseURI,
    })),
  );
}

function baseOf(tree: Tree): string {
  return "baseURI" in tree ? (tree.baseURI ?? document.baseURI) : document.baseURI;
}
