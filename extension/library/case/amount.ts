/** An amount as people type it: full-width digits and separators are read, words are not. */

/** Decimal digits; null when nothing was typed, undefined when it is no amount. */
export function readAmount(typed: string): string | null | undefined {
  const plain = typed.normalize("NFKC").replace(/[\s,]/g, "");
  if (plain === "") return null;
  return /^\d{1,12}(\.\d{1,8})?$/.test(plain) ? plain : undefined;
}
