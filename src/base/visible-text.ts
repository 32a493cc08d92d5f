/** Makes characters that cannot be seen visible, so that a name cannot pretend to be another. */

/**
 * Controls, bidi and format marks, fillers and other ignorable characters, line separators, lone surrogates, blank Braille.
 * The emoji selector is left alone only where it belongs: behind a pictograph.
 */
const unseen =
  /(?<!\p{Extended_Pictographic})\u{FE0F}|(?!\u{FE0F})[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u{2800}]/gu;

/** One line of text in which every unseen character stands as its code, e.g. `〔U+202E〕`, line ends included. */
export function visibleText(text: string): string {
  return text.replace(unseen, codeOf);
}

/** The same, but line ends and tabs stay: they are ordinary writing where several lines may stand. */
export function visibleLines(text: string): string {
  return text.replace(unseen, (character) => (/[\n\t]/.test(character) ? character : codeOf(character)));
}

/** `〔U+1F600〕`: the name of a character that cannot be shown. */
export function codeOf(character: string): string {
  return `〔U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}〕`;
}
