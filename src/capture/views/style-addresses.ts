/** The addresses in a style value as browsers write it out: always `url("…")`, with quotes and backslashes escaped. */

const written = /url\("((?:[^"\\]|\\.)*)"\)/g;

/** References within the page (`#…`) load nothing and are left out. */
export function addressesInStyle(value: string): string[] {
  return Array.from(value.matchAll(written), ([, address = ""]) => address.replace(/\\(.)/g, "$1")).filter(
    (address) => address !== "" && !address.startsWith("#"),
  );
}
