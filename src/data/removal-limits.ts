/** How soon a notified provider is expected to remove, and how long it keeps what police may ask for. */
import type { Dated } from "./dated.ts";
import file from "./removal-limits.json" with { type: "json" };

export const removalDated: Dated = file;
/** By the age at the event: an image from before 18 stays one. */
export const removalHours: Readonly<Record<"before-18" | "adult", number>> = file.removalHours;
export const providerKeepsDays: number = file.keptDays;
