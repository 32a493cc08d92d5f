/** Help data: complete, sourced, and not older than half a year. */
import { describe, expect, test } from "vitest";
import {
  contactIds,
  contacts,
  contactsAsOf,
  contactsReviewBy,
  isDayAndNight,
} from "../../../src/data/contacts.ts";

const oldestAllowedDays = 180;

function daysBetween(first: string, last: string): number {
  return (Date.parse(last) - Date.parse(first)) / 86_400_000;
}

describe("contacts", () => {
  test("the ways to help that every screen names are there", () => {
    expect(contactIds.map((id) => contacts[id].phone)).toEqual(["113", "02-6605-7373", "110"]);
    expect(contacts["image-center"].site).toBe("siarc.mohw.gov.tw");
  });

  test.each(contactIds)("%s has a number, hours and a source", (id) => {
    const contact = contacts[id];
    expect(contact.phone).toMatch(/^[0-9][0-9-]+[0-9]$/);
    expect(contact.hours.opens).toMatch(/^\d\d:\d\d$/);
    expect(contact.hours.closes > contact.hours.opens).toBe(true);
    expect(contact.source.title.length).toBeGreaterThan(5);
    expect(contact.source.url).toMatch(/^https:\/\//);
  });

  test("113 answers day and night, the centre does not", () => {
    expect(isDayAndNight(contacts["protection-line"])).toBe(true);
    expect(isDayAndNight(contacts["image-center"])).toBe(false);
  });

  test("the file says when it is to be checked again, within half a year", () => {
    const days = daysBetween(contactsAsOf, contactsReviewBy);
    expect(days).toBeGreaterThan(0);
    expect(days).toBeLessThanOrEqual(oldestAllowedDays);
  });

  // The one test that may read the calendar: a number nobody has checked for half a year must not be shown quietly.
  test("the day to check it again has not passed", () => {
    const today = new Date().toISOString().slice(0, 10);
    expect(
      today <= contactsReviewBy,
      `check src/data/contacts.json against its sources; due ${contactsReviewBy}`,
    ).toBe(true);
  });
});
