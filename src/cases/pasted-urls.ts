/** Reads a pasted list of addresses, one a line or among other words; what is none stays with the person. */
import { urlKey } from "./url-key.ts";

export interface PastedUrls {
  /** Addresses of new places, whole as pasted, in their order. */
  fresh: string[];
  /** Lines with another address of a place that is new here or known already. */
  repeated: number;
  /** Of those, addresses that are written differently: they are kept as well. */
  variants: string[];
  /** Lines that are no address, as pasted. */
  notUrls: string[];
  /** Lines with anything in them. */
  lines: number;
}

const longestUrl = 8_192;
/** Scheme and everything up to a space or a closing mark of Chinese writing. */
const withScheme = /https?:\/\/[^\s<>"「」『』（）【】《》，。；！？、]+/giu;
/** A host with a letters-only ending and a path, as people copy it without its scheme. */
const withoutScheme = /^(?:[\w-]+\.)+[a-z]{2,}(?:\/[^\s「」（），。]*)?$/iu;

/** `known` are the addresses the list has already. */
export function readPastedUrls(pasted: string, known: readonly string[]): PastedUrls {
  const lines = pasted.split(/\r?\n/).filter((line) => line.trim() !== "");
  const keys = new Set(known.map(urlKey));
  const whole = new Set(known);
  const result: PastedUrls = { fresh: [], repeated: 0, variants: [], notUrls: [], lines: lines.length };
  for (const line of lines) {
    const found = addressesIn(line);
    if (found.length === 0) result.notUrls.push(line);
    for (const address of found) sortIn(result, address, { keys, whole });
  }
  return result;
}

interface Seen {
  keys: Set<string>;
  whole: Set<string>;
}

function sortIn(result: PastedUrls, address: string, { keys, whole }: Seen): void {
  const key = urlKey(address);
  if (!keys.has(key)) result.fresh.push(address);
  else {
    result.repeated += 1;
    if (!whole.has(address)) result.variants.push(address);
  }
  keys.add(key);
  whole.add(address);
}

/** Whether this is one whole address and nothing else; without its scheme it is one as well. */
export function isOneAddress(typed: string): boolean {
  const bare = typed.trim();
  const [only, ...more] = addressesIn(bare);
  return only !== undefined && more.length === 0 && (only === bare || only === `https://${bare}`);
}

/** Every address of a line; what only ends the sentence, and marks nobody sees around it, are no part of it. */
function addressesIn(line: string): string[] {
  const found = Array.from(line.matchAll(withScheme), ([address]) => withoutEnd(address));
  const bare = withoutEnd(line.trim().replace(/^\p{Cf}+/u, ""));
  if (found.length === 0 && withoutScheme.test(bare)) found.push(`https://${bare}`);
  return found.filter((address) => address.length <= longestUrl && URL.canParse(address));
}

/** Chats put direction marks and spaces of no width behind an address; a bracket that the address opened is its own. */
function withoutEnd(address: string): string {
  let end = address;
  while (/[.,;:!?'"\p{Cf}]$/u.test(end) || isLooseBracket(end)) end = end.slice(0, -1);
  return end;
}

function isLooseBracket(address: string): boolean {
  const last = address.at(-1) ?? "";
  const opening = { ")": "(", "]": "[", "}": "{" }[last];
  if (opening === undefined) return false;
  return address.split(last).length > address.split(opening).length;
}
