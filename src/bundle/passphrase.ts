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
