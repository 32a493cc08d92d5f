/** Canonical JSON (RFC 8785): the same facts always give the same bytes. */
import canonicalize from "canonicalize";

/**
 * Properties that are `undefined` are left out, as in all JSON.
 * @throws TypeError when the value has no JSON form: not a number, half a character, a function
 */
export function canonicalJson(value: unknown): string {
  const plain = JSON.stringify(value, refuseNotANumber);
  if (plain === undefined) throw new TypeError("value has no canonical JSON form");
  const text = canonicalize(JSON.parse(plain));
  if (text === undefined) throw new TypeError("value has no canonical JSON form");
  return text;
}

/** JSON would silently write null. */
function refuseNotANumber(_key: string, value: unknown): unknown {
  if (typeof value === "number" && !Number.isFinite(value))
    throw new TypeError("not a number has no JSON form");
  return value;
}
