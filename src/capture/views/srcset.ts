/** The addresses of a `srcset` attribute, as HTML reads them (§ parsing a srcset attribute): spaces and commas both count. */

const mostCandidates = 16;

export function srcsetAddresses(srcset: string): string[] {
  const found: string[] = [];
  let rest = srcset;
  while (found.length < mostCandidates) {
    const [whole, address = ""] = /^[\s,]*([^\s]*)/.exec(rest) ?? ["", ""];
    if (address === "") return found;
    const bare = address.replace(/,+$/, "");
    found.push(bare);
    rest = rest.slice(whole.length);
    // Only after an address without a comma of its own may a description follow, up to a comma outside brackets.
    if (bare === address) rest = rest.replace(/^(?:\([^)]*\)?|[^,(])*/, "");
  }
  return found;
}
