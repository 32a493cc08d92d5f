/** What stands in a form field, and the room of what shows nothing any more, as attributes of the static copy. */
import { attribute, inputType, mayKeepValue } from "./form-values.ts";
import { escapeText } from "./markup-writer.ts";
import type { PageElement } from "./page-tree.ts";

/** With a leading space each; `name` is the element's name in the copy. */
export function elementState(node: PageElement, name: string): string {
  return [...fieldState(node, name), ...roomOf(node), ...originOf(node, name)].join("");
}

function fieldState({ attributes, value, isChecked, isSelected }: PageElement, name: string): string[] {
  const state: string[] = [];
  if (name === "input") state.push(` type="${inputType(attributes) ?? "text"}"`);
  if (name === "button") state.push(' type="button"');
  if (isChecked) state.push(" checked");
  if (isSelected) state.push(" selected");
  if (name === "input" && value && mayKeepValue(name, attributes))
    state.push(` value="${escapeText(value)}"`);
  const number = attribute(attributes, "value");
  if (/^(?:li|progress|meter)$/.test(name) && /^-?[\d.]{1,20}$/.test(number))
    state.push(` value="${number}"`);
  return state;
}

function roomOf({ drawn }: PageElement): string[] {
  if (!drawn) return [];
  return [` width="${Math.round(drawn.width)}" height="${Math.round(drawn.height)}"`];
}

function originOf({ name: was, namespace, attributes }: PageElement, name: string): string[] {
  if (name === "slot") return [` name="${escapeText(attribute(attributes, "name"))}"`];
  return name !== was && namespace === "html" ? [` data-keepleaf-was="${escapeText(was)}"`] : [];
}
