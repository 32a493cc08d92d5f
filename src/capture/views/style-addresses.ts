/**
 * The addresses in a style value: as browsers write it out, `url("…")` with quotes and backslashes escaped, or as the
 * page wrote it, which is how the value of a variable stays.
 */

const written = /url\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|((?:[^"'()\\\s]|\\.)+))\s*\)/g;

/** References within the page (`#…`) load nothing and are left out. */
export function addressesInStyle(value: string): string[] {
  return Array.from(value.matchAll(written), ([, double, single, plain]) =>
    (double ?? single ?? plain ?? "").replace(/\\(.)/g, "$1"),
  ).filter((address) => address !== "" && !address.startsWith("#"));
}
