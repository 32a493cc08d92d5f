/** Which attributes of an element are worth keeping: what it is, where it points, when it was. Never a key. */
import { outlineLimits } from "../../src/capture/page-outline.ts";
import { isSecretName } from "../../src/capture/without-secrets.ts";
import type { ReadingCap } from "./reading-cap.ts";

const wanted = new Set(
  "id href src poster datetime title alt aria-label role rel itemprop itemtype content lang name type property".split(
    " ",
  ),
);
const addresses = new Set(["href", "src", "poster"]);
/** Longer data attributes hold a site's program, not a post's facts. */
const longestData = 1_000;
/** Classes made by machines, new with every release: Facebook's, X's. */
const machineClass = /^(x[0-9a-z]{4,8}|r-[0-9a-z]+|css-[0-9a-z]+)$/;

export function keptAttributes(element: Element, cap: ReadingCap): Record<string, string> {
  const kept: Record<string, string> = {};
  const isCustom = element.localName.includes("-");
  for (const { name, value } of element.attributes) {
    const text = keptValue(name, value, isCustom);
    if (text !== null) kept[name] = cap.text("page outline", text, outlineLimits.attributeCharacters);
  }
  return kept;
}

function keptValue(name: string, value: string, isCustom: boolean): string | null {
  if (name.length > 200 || isSecretName(name)) return null;
  if (name === "class") return humanClasses(value);
  if (addresses.has(name)) return absolute(value);
  if (wanted.has(name)) return value;
  const isData = name.startsWith("data-") || (isCustom && !/^(style|on|xmlns|slot$)/.test(name));
  return isData && value.length <= longestData ? value : null;
}

function humanClasses(value: string): string | null {
  const classes = value.split(/\s+/).filter((name) => name && !machineClass.test(name));
  return classes.length > 0 ? classes.join(" ").slice(0, 300) : null;
}

function absolute(value: string): string | null {
  if (!value) return null;
  return URL.canParse(value, document.baseURI) ? new URL(value, document.baseURI).href : value;
}
