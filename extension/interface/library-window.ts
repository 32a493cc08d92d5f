/** How the popup opens the library: no word of what is shown may stand in an address or in the history. */

export const libraryPath = "extension/library/library.html";

/** The name of a window lives in memory only; the library reads it once and clears it. */
export const windowNames = { pack: "keepleaf-pack", intake: "keepleaf-intake" } as const;
/** What the popup may open at once. */
export type OpenedTo = keyof typeof windowNames;
