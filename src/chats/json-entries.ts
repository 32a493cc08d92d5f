/** Reads single facts out of an export's JSON: each as text or nothing, never as something it is not. */
import type { ExactJson } from "../base/exact-json.ts";

export type JsonObject = { [key: string]: ExactJson };

export function asObject(value: ExactJson | undefined): JsonObject | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
}

export function asList(value: ExactJson | undefined): ExactJson[] {
  return Array.isArray(value) ? value : [];
}

/** Text as text and a whole number as its digits; identifiers come as either. Anything else is nothing. */
export function asText(value: ExactJson | undefined): string | null {
  if (typeof value === "string") return value.toWellFormed();
  return Number.isSafeInteger(value) ? String(value) : null;
}

/** Text that says something. */
export function asWords(value: ExactJson | undefined): string | null {
  return asText(value)?.trim() ? asText(value) : null;
}

/** A short fact, cut at what a message's schema holds. */
export function asShort(value: ExactJson | undefined): string | null {
  return asWords(value)?.slice(0, 2_000).toWellFormed() ?? null;
}

export function entryText(value: ExactJson | undefined): string {
  return JSON.stringify(value ?? null)
    .slice(0, 2_000)
    .toWellFormed();
}
