/** Names of the texts that are copied into forms. */

export const pasteNames = [
  "paste-165.txt",
  "paste-center.txt",
  "paste-police.txt",
  "paste-school.txt",
  "paste-social.txt",
] as const;
export type PasteName = (typeof pasteNames)[number];
