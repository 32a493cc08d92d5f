/** The text of the style sheets of a tree, as the browser holds them now; what another origin hides is not asked for. */
import { viewLimits } from "../../../src/capture/views/page-views.ts";
import type { ReadingCap } from "../reading-cap.ts";
import type { Tree } from "./page-documents.ts";

export class StyleReading {
  readonly #cap: ReadingCap;
  #left: number = viewLimits.styleCharacters;
  /** Whether some sheet could not be read: then rules do not tell everything. */
  isPartial = false;

  constructor(cap: ReadingCap) {
    this.#cap = cap;
  }

  /** The sheet of a `style` or `link`; undefined where the element brings none in, null where it cannot be read. */
  textOf(element: Element): string | null | undefined {
    if (element.localName !== "style" && element.localName !== "link") return undefined;
    const { sheet } = element as HTMLStyleElement | HTMLLinkElement;
    if (!sheet) return element.localName === "style" ? "" : undefined;
    return sheet.disabled ? undefined : this.#text(sheet);
  }

  /** Sheets that scripts made and gave to this tree. */
  adopted(tree: Tree): string[] {
    return [...tree.adoptedStyleSheets].flatMap((sheet) => (sheet.disabled ? [] : [this.#text(sheet) ?? ""]));
  }

  #text(sheet: CSSStyleSheet): string | null {
    const rules = rulesOf(sheet);
    if (!rules) {
      this.isPartial = true;
      return null;
    }
    return rules.map((rule) => this.#ruleText(rule)).join("\n");
  }

  #ruleText(rule: CSSRule): string {
    const imported = (rule as CSSImportRule).styleSheet;
    if (imported) {
      const { mediaText } = (rule as CSSImportRule).media;
      const text = this.#text(imported) ?? "";
      return mediaText ? `@media ${mediaText} {\n${text}\n}` : text;
    }
    const { cssText } = rule;
    if (cssText.length > this.#left) return this.#leaveOut();
    this.#left -= cssText.length;
    return cssText;
  }

  #leaveOut(): string {
    this.#cap.leaveOut("style sheets");
    return "";
  }
}

/** Null where another origin's sheet hides its rules. */
export function rulesOf(sheet: CSSStyleSheet): CSSRule[] | null {
  try {
    return [...sheet.cssRules];
  } catch {
    return null;
  }
}

/** The same without making a list of them: large sheets have thousands. */
export function countOfRules(sheet: CSSStyleSheet): number | null {
  try {
    return sheet.cssRules.length;
  } catch {
    return null;
  }
}

const part = /::?(?:before|after|marker)\b/;

/** Whether the rule is for a part that an element generates, like `::before`. */
export function isOfPart(selector: string): boolean {
  return part.test(selector);
}

/** Selects the elements of a rule: parts left off, and within another rule only what that one is for. */
export function elementsOf(rule: CSSStyleRule): string {
  return selectorOf(rule).replaceAll(new RegExp(part, "g"), "");
}

function selectorOf({ selectorText, parentRule }: CSSStyleRule): string {
  if (!(parentRule instanceof CSSStyleRule)) return selectorText;
  const outer = `:is(${selectorOf(parentRule)})`;
  return selectorText.includes("&") ? selectorText.replaceAll("&", outer) : `${outer} ${selectorText}`;
}
