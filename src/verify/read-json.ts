/** Reads JSON that may be hostile: bounded in depth before it is parsed, and held to one schema exactly. */
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
  if (depthOf(text) > bundleLimits.jsonDepth) return null;
  try {
    const value = schema.safeParse(JSON.parse(text));
    return value.success && canonicalJson(value.data) === text ? value.data : null;
  } catch {
    return null;
  }
}

/** How deep brackets nest outside strings: one pass, nothing built, however odd the text. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let isInString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '"') isInString = !isInString;
    else if (isInString && character === "\\") index += 1;
    else if (!isInString && (character === "[" || character === "{")) deepest = Math.max(deepest, ++depth);
    else if (!isInString && (character === "]" || character === "}")) depth -= 1;
  }
  return deepest;
}
