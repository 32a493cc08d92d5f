/** Whether a picture file may be put into a case, and what helps instead where it may not. */

/** What to do instead, in this order: none of it needs the picture to be opened, sent or judged here. */
export const insteadOfImport = ["not-here", "do-not-forward", "do-not-delete-alone", "call"] as const;
export type InsteadOfImport = (typeof insteadOfImport)[number];

export type ImportAnswer =
  | { kind: "allowed" }
  /** `import-image.…` are the sentences. */
  | { kind: "refused"; instead: readonly InsteadOfImport[] };

/**
 * A picture that somebody has already is not copied into a case where somebody may be under 18, nor into an adult's
 * case without consent (兒童及少年性剝削防制條例 §36, §39; 刑法 §319-3). `isMasked`: whether the case hides pictures.
 */
export function mayImportImage(isMasked: boolean): ImportAnswer {
  return isMasked ? { kind: "refused", instead: insteadOfImport } : { kind: "allowed" };
}
