/** Every row of every decision table of the public guideline, and what holds between them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Answers, AgeAnswer, noAnswers, OperatorRole } from "../../../src/cases/answers.ts";
import { noTags, type Tags } from "../../../src/cases/case-fact.ts";
import { lawRowFor } from "../../../src/cases/laws-for.ts";
import { placesFor } from "../../../src/cases/places-for.ts";
import { removalTimes } from "../../../src/cases/removal-times.ts";
import { clockedReports, dutyFor, isBound, steppedReports } from "../../../src/cases/reporting-duty.ts";
import { menuPath, schoolReports } from "../../../src/cases/school-reports.ts";
import { lawRows } from "../../../src/data/applicable-laws.ts";
import { boundOccupations, dutyRows } from "../../../src/data/reporting-duty.ts";
import { schoolReportRows } from "../../../src/data/school-report.ts";
import { stalkingForms, paragraphOf } from "../../../src/data/stalking-forms.ts";
import { menuLabelOf, violenceTypes } from "../../../src/data/violence-types.ts";

const ages = fc.constantFrom(...AgeAnswer.options);
const roles = fc.constantFrom(...OperatorRole.options);
const child = ["gender-equity-education", "harassment-prevention", "child-welfare", "child-exploitation"];

describe("the law by two ages (2a)", () => {
  it.each([
    ["under-18", "under-18", child],
    ["under-18", "adult", child],
    ["under-18", "unknown", child],
    [
      "adult",
      "under-18",
      [
        "gender-equity-education",
        "harassment-prevention",
        "child-exploitation",
        "assault-prevention-7-2",
        "criminal-319-3",
      ],
    ],
    [
      "adult",
      "adult",
      ["gender-equity-education", "harassment-prevention", "assault-prevention-7-2", "criminal-319-1-to-4"],
    ],
    ["unknown", "adult", child],
  ] as const)("%s now, %s then", (ageNow, ageAtEvent, laws) => {
    expect(lawRowFor({ ageNow, ageAtEvent }).laws).toEqual(laws);
  });

  it("counts an unknown age as under 18, and has a row for every pair of answers", () => {
    expect(lawRowFor(noAnswers)).toBe(lawRows[0]);
    expect(lawRowFor({ ageNow: "adult", ageAtEvent: "unknown" })).toBe(lawRows[1]);
    fc.assert(
      fc.property(ages, ages, (ageNow, ageAtEvent) => lawRowFor({ ageNow, ageAtEvent }).laws.length > 3),
    );
  });
});

const tagged = (changes: Partial<Tags>): Tags => ({ ...noTags, ...changes });
const adultMain = ["安全維護事件", "校園性別事件"];
const childMain = ["兒童少年保護事件(未滿 18 歲)", "校園性別事件"];
const adultHarassment = "知悉疑似 18 歲以上性騷擾事件(性別平等教育法或非屬性別平等教育法)";
const childHarassment = "知悉疑似 18 歲以下性騷擾事件(性別平等教育法或非屬性別平等教育法)";

describe("the school report's menu (2b)", () => {
  it.each([
    ["adult", tagged({ types: ["sextortion"] }), [[...adultMain, adultHarassment]]],
    ["adult", tagged({ types: ["gender-hate"] }), [[...adultMain, "知悉 18 歲以上性霸凌事件"]]],
    ["under-18", tagged({ types: ["sextortion"] }), [[...childMain, childHarassment]]],
    ["under-18", tagged({ types: ["gender-hate"] }), [[...childMain, "知悉 18 歲以下性霸凌事件"]]],
    [
      "under-18",
      tagged({ types: ["private-material"], hasChildImage: true }),
      [[...childMain, childHarassment]],
    ],
    [
      "under-18",
      tagged({ types: ["gender-hate", "doxing"] }),
      [
        [...childMain, childHarassment],
        [...childMain, "知悉 18 歲以下性霸凌事件"],
      ],
    ],
    ["unknown", noTags, [[...childMain, childHarassment]]],
  ] as const)("%s: %j", (ageNow, tags, paths) => {
    expect(schoolReports({ ageNow }, tags).map(({ row }) => menuPath(row))).toEqual(paths);
  });

  it("names the third item of §2 only where the person is under 18 and an image is part of it", () => {
    const special = "兒童及少年性剝削防制條例第 2 條第 3 款";
    const specials = (ageNow: "adult" | "under-18", hasChildImage: boolean) =>
      schoolReports({ ageNow }, tagged({ hasChildImage })).map(({ row }) => row.special);
    expect(specials("under-18", true)).toEqual([special]);
    expect(specials("under-18", false)).toEqual([null]);
    expect(specials("adult", true)).toEqual([null]);
  });
});

describe("the school report, whatever was chosen", () => {
  it("puts every chosen type into one report, each only where the menu offers it", () => {
    const someTypes = fc.uniqueArray(fc.constantFrom(...violenceTypes));
    fc.assert(
      fc.property(ages, someTypes, fc.boolean(), (ageNow, types, hasChildImage) => {
        const reports = schoolReports({ ageNow }, { types, stalking: [], hasChildImage });
        expect(reports.flatMap((report) => report.types).toSorted()).toEqual(types.toSorted());
        for (const { row, types: ticked } of reports)
          expect(row.types).toEqual(expect.arrayContaining([...ticked]));
      }),
    );
  });

  it("reaches every row of the table", () => {
    const reached = (["adult", "under-18"] as const).flatMap((ageNow) =>
      [["sextortion" as const], ["gender-hate" as const]].flatMap((types) =>
        [true, false].flatMap((hasChildImage) => schoolReports({ ageNow }, tagged({ types, hasChildImage }))),
      ),
    );
    expect(new Set(reached.map(({ row }) => row)).size).toBe(schoolReportRows.length);
  });
});

describe("the social report's duty (2c)", () => {
  it("is a must under 18 and unknown, the person's wish for adults, and names a known suspect to the police", () => {
    expect(dutyFor({ ageNow: "under-18" })).toBe(dutyRows[0]);
    expect(dutyFor({ ageNow: "unknown" })?.duty).toBe("must-report");
    expect(dutyFor({ ageNow: "adult" })).toBe(dutyRows[1]);
    expect(dutyFor({ ageNow: "under-18" }, true)).toMatchObject({ to: "police", duty: "must-report" });
    expect(dutyFor({ ageNow: "adult" }, true)).toBeNull();
  });

  it.each([
    ["self", false],
    ["parent", false],
    ["teacher", true],
    ["social-worker", true],
    ["lawyer", false],
    ["other", false],
    ["unknown", false],
  ] as const)("%s is bound: %s", (role, bound) => {
    expect(isBound(role)).toBe(bound);
  });
});

describe("clocks and steps by role", () => {
  it.each([
    ["teacher", "under-18", ["school-report", "social-report"], ["school-report", "social-report"]],
    ["teacher", "adult", ["school-report"], ["school-report", "social-report"]],
    ["social-worker", "unknown", ["social-report"], ["social-report"]],
    ["social-worker", "adult", [], ["social-report"]],
    ["other", "under-18", [], ["social-report"]],
    ["other", "adult", [], []],
    ["parent", "under-18", [], []],
    ["self", "under-18", [], []],
    ["lawyer", "under-18", [], []],
  ] as const)(
    "a %s with somebody %s has the clocks %j and the steps %j",
    (operator, ageNow, ...[clocks, steps]) => {
      const answers: Answers = { operator, ageNow, ageAtEvent: "unknown" };
      expect(clockedReports(answers)).toEqual(clocks);
      expect(steppedReports(answers)).toEqual(steps);
    },
  );

  it("never starts a clock for somebody who is not bound", () => {
    fc.assert(
      fc.property(ages, ages, roles, (ageNow, ageAtEvent, operator) => {
        const clocks = clockedReports({ ageNow, ageAtEvent, operator });
        return isBound(operator) || clocks.length === 0;
      }),
    );
    expect(boundOccupations).toHaveLength(16);
  });
});

describe("the ten types and the eight forms (2d, §3)", () => {
  it("are as many as the sources name, each with its label or number", () => {
    expect(violenceTypes).toHaveLength(10);
    expect(menuLabelOf("private-material")).toBe("惡意或未經同意散布與性/性別有關個人私密資料");
    expect(new Set(violenceTypes.map(menuLabelOf)).size).toBe(10);
    expect(stalkingForms.map(paragraphOf)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe("places that help (2f)", () => {
  it("StopNCII only where both ages are adult, Take It Down for what is from before 18 or not known", () => {
    const special = (ageNow: AgeAnswer, ageAtEvent: AgeAnswer) =>
      placesFor({ ageNow, ageAtEvent }).filter((id) => id === "stop-ncii" || id === "take-it-down");
    expect(special("adult", "adult")).toEqual(["stop-ncii"]);
    expect(special("adult", "under-18")).toEqual(["take-it-down"]);
    expect(special("under-18", "under-18")).toEqual(["take-it-down"]);
    expect(special("unknown", "unknown")).toEqual(["take-it-down"]);
  });
});

describe("removal and keeping by the provider", () => {
  it("is expected in 24 hours for an image from before 18, in 72 for an adult's, and kept for 180 days", () => {
    const notified = "2026-11-21T06:34:00.000Z";
    expect(removalTimes({ ageNow: "adult", ageAtEvent: "adult" }, notified)).toEqual({
      hours: 72,
      expectedByUtc: "2026-11-24T06:34:00.000Z",
      keptUntilUtc: "2027-05-20T06:34:00.000Z",
    });
    expect(removalTimes({ ageNow: "adult", ageAtEvent: "under-18" }, notified).hours).toBe(24);
    expect(removalTimes(noAnswers, notified).expectedByUtc).toBe("2026-11-22T06:34:00.000Z");
  });
});
