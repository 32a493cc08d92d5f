/** Rows of the public tables that are facts to show: each menu entry, type, contact and piece of evidence, one case each. */
import { describe, expect, it } from "vitest";
import type { OperatorRole } from "../../../src/cases/answers.ts";
import { isYoungSelf } from "../../../src/cases/next-steps.ts";
import { contacts } from "../../../src/data/contacts.ts";
import { formerSites, helpPlaces } from "../../../src/data/help-places.ts";
import { dutyRows, socialReportHours, socialReportSite } from "../../../src/data/reporting-duty.ts";
import { digitalAnswer, schoolReportHours, schoolReportRows } from "../../../src/data/school-report.ts";
import { menuLabelOf, violenceTypes } from "../../../src/data/violence-types.ts";
import { languages, say } from "../../../src/words/say.ts";
import { indexTable } from "../../../src/report/index-table.ts";
import { sampleSubject } from "../report/sample-subject.ts";

const nine = [
  "網路跟蹤",
  "惡意或未經同意散布與性/性別有關個人私密資料",
  "網路性騷擾",
  "性勒索",
  "人肉搜索",
  "基於性別偏見所為之強暴與死亡威脅",
  "招募引誘",
  "非法侵入或竊取他人資料",
  "偽造或冒用身分",
];
const tenth = "基於性別貶抑或仇恨之言論或行為";

describe("what each row of the school's menu offers (2b)", () => {
  it.each([
    ["adult", "harassment", null, nine],
    ["adult", "bullying", null, [tenth]],
    ["under-18", "harassment", null, nine],
    ["under-18", "bullying", null, [tenth]],
    ["under-18", "child-image", "兒童及少年性剝削防制條例第 2 條第 3 款", nine],
  ] as const)("%s, %s", (age, matter, ...[special, labels]) => {
    const row = schoolReportRows.find((one) => one.age === age && one.matter === matter);
    expect(row?.special).toBe(special);
    expect(row?.types.map(menuLabelOf)).toEqual(labels);
    expect([digitalAnswer, schoolReportHours]).toEqual(["是", 24]);
  });
});

describe("the social report (2c)", () => {
  it.each([
    ["under-18", false, "must-report", "social-report"],
    ["adult", false, "as-the-person-wishes", "social-report"],
    ["under-18", true, "must-report", "police"],
  ] as const)("%s, suspect known: %s", (ageNow, isKnownWho, ...[duty, to]) => {
    const row = dutyRows.find((one) => one.ageNow === ageNow && one.isKnownWho === isKnownWho);
    expect(row).toMatchObject({ duty, to });
    expect([dutyRows.length, socialReportHours, socialReportSite]).toEqual([3, 24, "ecare.mohw.gov.tw"]);
  });
});

describe("the ten types (2d)", () => {
  it.each([
    [1, "stalking-online", nine[0]],
    [2, "private-material", nine[1]],
    [3, "harassment-online", nine[2]],
    [4, "gender-hate", tenth],
    [5, "sextortion", nine[3]],
    [6, "doxing", nine[4]],
    [7, "gender-threats", nine[5]],
    [8, "recruiting", nine[6]],
    [9, "intrusion", nine[7]],
    [10, "impersonation", nine[8]],
  ] as const)(
    "%i. %s, by its label in the menu, with its meaning in both languages",
    (number, type, label) => {
      expect(violenceTypes[number - 1]).toBe(type);
      expect(menuLabelOf(type)).toBe(label);
      expect(say("zh-TW", `type.${type}.name`)).toBe(label);
      const meanings = languages.map((language) => say(language, `type.${type}.meaning`));
      expect(new Set(meanings).size).toBe(2);
      for (const meaning of meanings) expect(meaning.length).toBeGreaterThan(12);
    },
  );
});

describe("the guideline's list of evidence (2e)", () => {
  it.each([
    ["發布者帳號及 ID", ["發文帳號", "帳號代號", "平台 ID"]],
    ["發布時間及日期", ["發文時間"]],
    ["被散布的影像內容", ["畫面張數"]],
    ["關鍵對話", ["關鍵對話"]],
    ["網址", ["網址"]],
    ["平臺資訊", ["平台"]],
  ])("%s has its column in the table of every bundle", async (_piece, columns) => {
    const [head = []] = indexTable("zh-TW", await sampleSubject());
    expect(head).toEqual(expect.arrayContaining(columns));
  });
});

describe("who helps (2f)", () => {
  it.each([
    ["image-center", "02-6605-7373", "09:00", "22:00", "siarc.mohw.gov.tw"],
    ["protection-line", "113", "00:00", "24:00", null],
    ["police", "110", "00:00", "24:00", null],
  ] as const)("%s: %s, %s to %s, %s", (id, ...[phone, opens, closes, site]) => {
    expect(contacts[id]).toMatchObject({ phone, site, hours: { opens, closes } });
  });

  it.each([
    ["private-me", "02-6605-7373", { opens: "09:00", closes: "22:00" }, null],
    ["e-care", null, null, "ecare.mohw.gov.tw"],
    ["ecpat-taiwan", null, null, null],
    ["school-committee", null, null, null],
    ["anti-fraud", "165", { opens: "00:00", closes: "24:00" }, "165.npa.gov.tw"],
    ["stop-ncii", null, null, "stopncii.org"],
    ["take-it-down", null, null, "takeitdown.ncmec.org"],
    ["iwin", null, null, "i.win.org.tw"],
  ] as const)("%s", (id, ...[phone, hours, site]) => {
    expect(helpPlaces[id]).toMatchObject({ phone, hours, site });
  });

  it("the centre's former address leads to the one it has now, and no number stands where none was confirmed", () => {
    expect(formerSites.map(({ former, now }) => [former, now])).toEqual([
      ["tw-ncii.win.org.tw", "siarc.mohw.gov.tw"],
    ]);
    expect([helpPlaces["ecpat-taiwan"].reach, helpPlaces["school-committee"].reach]).toEqual([
      "unconfirmed",
      "each-school",
    ]);
    expect(say("zh-TW", "place.reach.unconfirmed")).toContain("還沒核對到");
  });
});

describe("rules that are words (2g)", () => {
  it.each<[rule: string, says: string, parts: string[]]>([
    ["M3", say("zh-TW", "place.take-it-down.about"), ["只在原本就有檔案的裝置上做", "不要為了它下載"]],
    ["M7", say("zh-TW", "step.police-and-center.role.teacher"), ["學生的手機裡", "不請學生傳", "交給警方"]],
    ["M8", say("zh-TW", "step.police-and-center.role.parent"), ["陪孩子一起去", "不要轉傳"]],
    ["M9", say("zh-TW", "guide.young-self", { phone: "113" }), ["信任的大人", "113"]],
    ["A3", say("zh-TW", "guide.not-advice", { date: "" }), ["這不是法律意見", "依公開指引整理"]],
  ])("%s", (_rule, says, parts) => {
    for (const part of parts) expect(says).toContain(part);
  });

  it.each<[OperatorRole, boolean]>([
    ["self", true],
    ["parent", false],
    ["teacher", false],
    ["unknown", false],
  ])("a trusted adult comes first for %s under 18: %s", (operator, isFirst) => {
    expect(isYoungSelf({ operator, ageNow: "under-18" })).toBe(isFirst);
    expect(isYoungSelf({ operator, ageNow: "unknown" })).toBe(isFirst);
    expect(isYoungSelf({ operator, ageNow: "adult" })).toBe(false);
  });
});
