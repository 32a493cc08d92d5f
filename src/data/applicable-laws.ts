/** Which laws apply, by the age now and the age when it happened; names only, no penalties. */
import file from "./applicable-laws.json" with { type: "json" };
import type { Dated } from "./dated.ts";

export const lawIds = [
  "gender-equity-education",
  "harassment-prevention",
  "child-welfare",
  "child-exploitation",
  "assault-prevention-7-2",
  "criminal-319-3",
  "criminal-319-1-to-4",
] as const;
export type LawId = (typeof lawIds)[number];

export interface LawRow {
  ageNow: "under-18" | "adult";
  /** Null where it is not asked. */
  ageAtEvent: "under-18" | "adult" | null;
  laws: readonly LawId[];
}

export const lawRows = file.rows as readonly LawRow[];
export const lawsDated: Dated = file;
