/** Reads JSON that may be hostile: bounded in depth and number before it is parsed, and held to one schema exactly. */
import { canonicalJson } from "../base/canonical-json.ts";
import type { z } from "../base/schema.ts";
import { bundleLimits } from "../bundle/bundle-limits.ts";

/**
 * The value, or null when the text is anything but the canonical JSON (RFC 8785) of what the schema describes:
 * repeated keys, other spacing and facts the schema does not know are refused too.
 */
export function readJsonAs<Schema extends z.ZodMiniType>(
  schema: Schema,
  text: string,
): z.infer<Schema> | null {
  if (!isBearable(text)) return null;
  try {
    const value = schema.safeParse(JSON.parse(text));
    return value.success && canonicalJson(value.data) === text ? value.data : null;
  } catch {
    return null;
  }
}

/** Brackets outside strings nest so deep at most, and commas part so many values: one pass, nothing built. */
function isBearable(text: string): boolean {
  let [depth, deepest, values] = [0, 0, 1];
  let isInString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '"') isInString = !isInString;
    else if (isInString && character === "\\") index += 1;
    else if (isInString) continue;
    else if (character === "[" || character === "{") deepest = Math.max(deepest, ++depth);
    else if (character === "]" || character === "}") depth -= 1;
    else if (character === ",") values += 1;
  }
  return deepest <= bundleLimits.jsonDepth && values <= bundleLimits.jsonValues;
}
