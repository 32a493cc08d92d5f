/** Where to find help: dated facts, each with its source, so that an old number is seen to be old. */
import contactsFile from "./contacts.json" with { type: "json" };

/** In the order they are shown. */
export const contactIds = ["protection-line", "image-center", "police"] as const;
export type ContactId = (typeof contactIds)[number];

export interface Contact {
  /** As one dials it in Taiwan. */
  phone: string;
  /** Host name, shown as text: nothing of ours opens it. */
  site: string | null;
  /** Taipei time, `HH:MM`; `00:00` to `24:00` is day and night. */
  hours: { opens: string; closes: string };
  /** Whether a source says that calling costs nothing. */
  isFree: boolean;
  source: { title: string; url: string };
}

export const contacts: Readonly<Record<ContactId, Contact>> = contactsFile.people;

/** `YYYY-MM-DD`: the day the file was checked against its sources, and the day it must be checked again. */
export const contactsAsOf: string = contactsFile.asOf;
export const contactsReviewBy: string = contactsFile.reviewBy;

export function isDayAndNight({ hours }: Contact): boolean {
  return hours.opens === "00:00" && hours.closes === "24:00";
}
