/** Every file of facts about the world says when it was checked, against what, and until when that holds. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { join } from "node:path";
import { lawsDated } from "../../../src/data/applicable-laws.ts";
import type { Dated } from "../../../src/data/dated.ts";
import { formerSites, helpPlaceIds, helpPlaces, helpPlacesDated } from "../../../src/data/help-places.ts";
import { stepsDated } from "../../../src/data/next-steps.ts";
import { removalDated } from "../../../src/data/removal-limits.ts";
import { dutyDated, socialReportSite } from "../../../src/data/reporting-duty.ts";
import { reminderDays, retentionDated } from "../../../src/data/retention.ts";
import { digitalAnswer, schoolReportDated } from "../../../src/data/school-report.ts";
import { stalkingDated } from "../../../src/data/stalking-forms.ts";
import { violenceTypesDated } from "../../../src/data/violence-types.ts";
import { filesBelow, projectRoot } from "../../source/read-source.ts";

const oldestAllowedDays = 180;
const files = filesBelow("src/data", [".json"]);

interface DatedFile {
  asOf: string;
  reviewBy: string;
  sources?: { title: string }[];
  people?: Record<string, { source: { title: string } }>;
}

const read = (file: string) => JSON.parse(readFileSync(join(projectRoot, file), "utf8")) as DatedFile;

test("the walk finds the files", () => {
  expect(files.length).toBeGreaterThanOrEqual(10);
});

describe.each(files)("%s", (file) => {
  const { asOf, reviewBy, sources, people } = read(file);

  test("has a day of checking, and a day to check it again within half a year", () => {
    for (const day of [asOf, reviewBy]) expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
    const days = (Date.parse(reviewBy) - Date.parse(asOf)) / 86_400_000;
    expect(days).toBeGreaterThan(0);
    expect(days).toBeLessThanOrEqual(oldestAllowedDays);
  });

  test("names its sources", () => {
    const titles = sources ?? Object.values(people ?? {}).map(({ source }) => source);
    expect(titles.length).toBeGreaterThan(0);
    for (const { title } of titles) expect(title.length).toBeGreaterThan(5);
  });

  // Reads the calendar on purpose: facts nobody has checked for half a year must not be shown quietly.
  test("is not overdue", () => {
    const today = new Date().toISOString().slice(0, 10);
    expect(today <= reviewBy, `check ${file} against its sources; due ${reviewBy}`).toBe(true);
  });
});

test("code that shows a fact can show its day and its source", () => {
  const shown: Dated[] = [
    ...[lawsDated, helpPlacesDated, stepsDated, removalDated, dutyDated, schoolReportDated, stalkingDated],
    ...[violenceTypesDated, retentionDated],
  ];
  for (const { asOf, sources } of shown) {
    expect(asOf).toMatch(/^2\d{3}-/);
    expect(sources.length).toBeGreaterThan(0);
  }
});

test("what the reports' systems are called, where the centre has moved, and after how long is asked", () => {
  expect(reminderDays).toBe(180);
  expect([digitalAnswer, socialReportSite]).toEqual(["是", "ecare.mohw.gov.tw"]);
  expect(formerSites).toEqual([
    { former: "tw-ncii.win.org.tw", now: "siarc.mohw.gov.tw", of: "image-center" },
  ]);
});

test.each(helpPlaceIds)("%s can be reached, or says that no number was confirmed, and has a source", (id) => {
  const { phone, site, hours, source, reach } = helpPlaces[id];
  expect(source.title.length).toBeGreaterThan(5);
  if (phone !== null) expect(phone).toMatch(/^[0-9][0-9-]+[0-9]$/);
  if (hours !== null) expect(hours.closes > hours.opens).toBe(true);
  expect(reach !== undefined).toBe(phone === null && site === null);
  if (reach === "unconfirmed") expect(source.title).toContain("沒有核對到");
});
