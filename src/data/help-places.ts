/** More places that help, beside the three that every screen names: dated facts, each with its source. */
import type { Dated } from "./dated.ts";
import file from "./help-places.json" with { type: "json" };

export const helpPlaceIds = [
  "private-me",
  "e-care",
  "anti-fraud",
  "ecpat-taiwan",
  "school-committee",
  "iwin",
  "stop-ncii",
  "take-it-down",
] as const;
export type HelpPlaceId = (typeof helpPlaceIds)[number];

export interface HelpPlace {
  phone: string | null;
  /** Host name, shown as text: nothing of ours opens it. */
  site: string | null;
  /** Taipei time, `HH:MM`; null where no source says when somebody answers. */
  hours: { opens: string; closes: string } | null;
  /** Of which images it takes care: of adults only, from before 18 only, or any. */
  images: "any" | "adult" | "before-18";
  source: { title: string; url: string | null };
  /** Where neither number nor site stands: because none could be confirmed, or because each school has its own. */
  reach?: "unconfirmed" | "each-school";
}

export const helpPlaces = file.places as Readonly<Record<HelpPlaceId, HelpPlace>>;
export const helpPlacesDated: Dated = file;
/** Addresses in older papers and where they lead now, or at least what replaced them. */
export const formerSites: readonly { former: string; now: string; of: string }[] = file.formerSites;
