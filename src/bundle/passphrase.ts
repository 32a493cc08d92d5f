/** Passphrases for locked bundles: words that can be read over the phone and told apart by their first four letters. */
import { wordlist } from "@scure/bip39/wordlists/english.js";

/** 2,048 words are 11 bits each; seven make 77. The key derivation of ZIP is weak, so the passphrase carries all strength. */
export const passphraseWords = 7;
const bitsOfWord = 0x7ff;

/** `random` gives 16 bits for each word; every word is equally likely. */
export function passphraseOf(random: Uint16Array): string {
  if (random.length < passphraseWords) throw new RangeError(`a passphrase needs ${passphraseWords} numbers`);
  return Array.from(random, (number) => wordlist[number & bitsOfWord] ?? "").join(" ");
}

/** Longer than any that somebody types; nothing beyond it is tried. */
export const longestPassphrase = 1_024;

/**
 * What may have been meant by what was typed, likeliest first. Seven words of the list can only be one of ours, however
 * they are set: with capitals, in full width, numbered, one a line. Anything else is somebody else's, where every sign counts.
 */
export function passphrasesMeant(typed: string): string[] {
  const words = typed
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .toLowerCase()
    .split(/[^a-z]+/);
  const said = words.filter((word) => word !== "");
  const isOurs = said.length === passphraseWords && said.every((word) => wordlist.includes(word));
  const meant = [...(isOurs ? [said.join(" ")] : []), typed, typed.trim()];
  return [...new Set(meant)].filter((one) => one !== "" && one.length <= longestPassphrase);
}
