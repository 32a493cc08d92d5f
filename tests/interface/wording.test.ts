/** Dates, times, sizes and hostile characters, as a person reads them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  clockWords,
  dateWords,
  dayKey,
  dayWords,
  momentWords,
  utcWords,
} from "../../extension/interface/date-wording.ts";
import { postedWords } from "../../extension/interface/posted-wording.ts";
import { sizeWords } from "../../extension/interface/size-wording.ts";
import { visibleLines } from "../../src/base/visible-text.ts";

const taipei = { offsetMinutes: 480, zone: "Asia/Taipei" };
const evening = { utc: "2026-11-21T11:14:07.000Z", ...taipei };

describe("a moment", () => {
  it("is said with weekday, clock and zone, where it was", () => {
    expect(momentWords("zh-TW", evening)).toBe("2026 年 11 月 21 日（六）19:14，台北時間");
    expect(momentWords("en", evening)).toBe("Sat 21 Nov 2026, 19:14, Taipei time");
  });

  it("names another zone with its distance from UTC", () => {
    const elsewhere = { utc: evening.utc, offsetMinutes: -210, zone: "America/St_Johns" };
    expect(momentWords("zh-TW", elsewhere)).toBe(
      "2026 年 11 月 21 日（六）07:44，America/St_Johns 時間（UTC-03:30）",
    );
    expect(momentWords("en", { utc: evening.utc, offsetMinutes: 0, zone: "UTC" })).toBe(
      "Sat 21 Nov 2026, 11:14, UTC",
    );
  });

  it("belongs to the local day, not to the day in Greenwich", () => {
    const lateInTaipei = { utc: "2026-11-20T16:30:00.000Z", ...taipei };
    expect(dayKey(lateInTaipei)).toBe("2026-11-21");
    expect(clockWords(lateInTaipei)).toBe("00:30");
    expect(utcWords(lateInTaipei.utc)).toBe("2026-11-20 16:30:00 UTC");
  });

  it("has a day heading that says today, and the year only when it is another", () => {
    expect(dayWords("zh-TW", evening, evening)).toBe("11 月 21 日（六）今天");
    expect(dayWords("zh-TW", { utc: "2026-11-14T03:00:00Z", ...taipei }, evening)).toBe("11 月 14 日（六）");
    expect(dayWords("zh-TW", { utc: "2025-01-01T03:00:00Z", ...taipei }, evening)).toBe(
      "2025 年 1 月 1 日（三）",
    );
  });

  it("is a day alone where there is no clock", () => {
    expect(dateWords("zh-TW", "2026-11-21")).toBe("2026 年 11 月 21 日（六）");
  });
});

describe("the time of a post", () => {
  const cases: [string, string][] = [
    ["2026-11-20T23:05:00+08:00", "2026 年 11 月 20 日（五）23:05，台北時間"],
    ["2026-11-20T15:05:00Z", "2026 年 11 月 20 日（五）23:05，台北時間"],
    ["2026-11-20 15:05 +0000", "2026 年 11 月 20 日（五）23:05，台北時間"],
    ["2026-11-20T15:05:00,250Z", "2026 年 11 月 20 日（五）23:05，台北時間"],
    ["2026-11-20", "2026 年 11 月 20 日（五）"],
    ["2026-11-20T23:05:00", "2026 年 11 月 20 日（五）23:05，頁面沒有寫時區"],
    ["昨天 22:58", "昨天 22:58"],
    ["2026-02-31", "2026-02-31"],
    ["2026-13-01T00:00Z", "2026-13-01T00:00Z"],
  ];
  it.each(cases)("%s", (value, words) => {
    // The place is a whole moment, as the screens have it: only its zone may count.
    expect(postedWords("zh-TW", value, evening)).toBe(words);
  });

  it("never fails on what a page wrote", () => {
    fc.assert(fc.property(fc.string(), (text) => typeof postedWords("en", text, evening) === "string"));
  });
});

describe("a size", () => {
  it.each([
    [0, "0.1 KB"],
    [400, "0.4 KB"],
    [12_300, "12 KB"],
    [999_400, "999 KB"],
    [1_100_000, "1.1 MB"],
    [48_000_000, "48 MB"],
    [2_500_000_000, "2.5 GB"],
  ])("%d bytes", (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words);
  });
});

describe("text from a page", () => {
  it("shows what would hide: direction marks, zero-width characters, controls", () => {
    expect(visibleLines("a\u202eb")).toBe("a〔U+202E〕b");
    expect(visibleLines("測試\u200b帳號")).toBe("測試〔U+200B〕帳號");
    expect(visibleLines("x\u0000y")).toBe("x〔U+0000〕y");
  });

  it("leaves ordinary writing alone", () => {
    expect(visibleLines("第一行\n\t第二行 ❤️")).toBe("第一行\n\t第二行 ❤️");
  });

  it("leaves nothing unseen, whatever comes", () => {
    const unseen = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => !unseen.test(visibleLines(text))));
  });
});
