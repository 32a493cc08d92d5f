/** Makes characters that cannot be seen visible, so that a name cannot pretend to be another. */

/**
 * Controls, direction marks, zero-width and other ignorable characters, line separators, blank Braille.
 * Line ends, tabs and the emoji selector behind a pictograph are ordinary writing.
 */
const unseen =
  /(?<!\p{Extended_Pictographic})\u{FE0F}|(?![\u{FE0F}\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u{2800}]/gu;

/** `a\u202eb` becomes `a〔U+202E〕b`. */
export function visibleText(text: string): string {
  return text.replace(unseen, (character) => `〔U+${codeOf(character)}〕`);
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
}
