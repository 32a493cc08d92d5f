/** Makes characters that cannot be seen visible, so that a name cannot pretend to be another. */

/**
 * Controls, bidi and format marks, fillers and other ignorable characters, line separators, lone surrogates, blank Braille.
 * The emoji selector is left alone only where it belongs: behind a pictograph.
 */
const unseen =
  /(?<!\p{Extended_Pictographic})\u{FE0F}|(?!\u{FE0F})[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u{2800}]/gu;

/** One line of text in which every unseen character stands as its code, e.g. `〔U+202E〕`. */
export function visibleText(text: string): string {
  return text.replace(unseen, (character) => `〔U+${codeOf(character)}〕`);
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
}
