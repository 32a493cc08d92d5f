/** Canonical JSON (RFC 8785): the same facts always give the same bytes. */
import canonicalize from "canonicalize";

/** @throws TypeError when the value has no JSON form. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("value has no canonical JSON form");
  return text;
}
