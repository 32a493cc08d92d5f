/** What 「3 小時」 and "2d" can mean: a range that holds every moment a site would have called so, never a point. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Moment } from "../../../src/base/clock.ts";
import { relativeRange } from "../../../src/platforms/relative-time.ts";

/** 2026-11-21 in Taipei, `clock` on the wall. */
function taipei(clock: string): Moment {
  const utc = new Date(`2026-11-21T${clock}:00.000+08:00`).toISOString();
  return { utc, offsetMinutes: 480, zone: "Asia/Taipei", monotonicMs: 0, timeOriginMs: 0 };
}

function inTaipei(text: string, clock: string): [string, string] | null {
  const range = relativeRange(text, taipei(clock));
  const local = (utc: string) => new Date(Date.parse(utc) + 28_800_000).toISOString().slice(0, 16);
  return range && [local(range.earliestUtc), local(range.latestUtc)];
}

describe("a day with a clock", () => {
  it.each([
    ["昨天 下午3:20", "23:30", ["2026-11-20T15:20", "2026-11-20T15:20"]],
    ["昨天 下午3:20", "00:00", ["2026-11-20T15:20", "2026-11-20T15:20"]],
    ["昨天 下午3:20", "00:01", ["2026-11-20T15:20", "2026-11-20T15:20"]],
    ["昨天 上午12:05", "00:01", ["2026-11-20T00:05", "2026-11-20T00:05"]],
    ["昨天 23:59", "00:00", ["2026-11-20T23:59", "2026-11-20T23:59"]],
    ["前天 中午12:10", "08:00", ["2026-11-19T12:10", "2026-11-19T12:10"]],
    ["Yesterday at 3:20 PM", "00:00", ["2026-11-20T15:20", "2026-11-20T15:20"]],
    ["今天 08:12", "09:00", ["2026-11-21T08:12", "2026-11-21T08:12"]],
    ["昨天", "00:00", ["2026-11-20T00:00", "2026-11-20T23:59"]],
  ])("%s read at %s", (text, clock, expected) => {
    expect(inTaipei(text, clock)).toEqual(expected);
  });
});

describe("so long ago", () => {
  it.each([
    ["3 小時", "12:00", ["2026-11-21T08:00", "2026-11-21T09:30"]],
    ["3小時前", "00:30", ["2026-11-20T20:30", "2026-11-20T22:00"]],
    ["2d", "12:00", ["2026-11-18T12:00", "2026-11-20T00:00"]],
    ["4h", "12:00", ["2026-11-21T07:00", "2026-11-21T08:30"]],
    ["an hour ago", "12:00", ["2026-11-21T10:00", "2026-11-21T11:30"]],
    ["剛剛", "00:01", ["2026-11-20T23:59", "2026-11-21T00:01"]],
  ])("%s read at %s", (text, clock, expected) => {
    expect(inTaipei(text, clock)).toEqual(expected);
  });

  it("holds the true time, whether the site rounds down or to the nearest", () => {
    const units: [string, number][] = [
      ["分鐘", 60_000],
      ["小時", 3_600_000],
      ["天", 86_400_000],
      ["週", 604_800_000],
    ];
    const passed = fc.double({ min: 1, max: 50, noNaN: true });
    fc.assert(
      fc.property(passed, fc.constantFrom(...units), fc.boolean(), (count, [unit, length], roundsDown) => {
        const at = Date.parse(taipei("12:00").utc) - count * length;
        const shown = `${roundsDown ? Math.floor(count) : Math.round(count)} ${unit}`;
        const range = relativeRange(shown, taipei("12:00"));
        expect(Date.parse(range?.earliestUtc ?? "")).toBeLessThanOrEqual(at);
        expect(Date.parse(range?.latestUtc ?? "")).toBeGreaterThanOrEqual(Math.floor(at));
      }),
    );
  });
});

describe("anything else", () => {
  it.each(["2026-11-20 15:20", "3 小貓", "昨天 下午25:20", "", "第 3 天", "h", "05-10 Location"])(
    "%j is no range",
    (text) => {
      expect(relativeRange(text, taipei("12:00"))).toBeNull();
    },
  );

  it("is none either without the time of reading", () => {
    expect(relativeRange("3 小時", null)).toBeNull();
  });

  it("of any letters makes nothing break", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789 昨天小時前dhm:下午agoPM") }), (text) => {
        const range = relativeRange(text, taipei("12:00"));
        if (range) expect(range.earliestUtc <= range.latestUtc).toBe(true);
      }),
    );
  });
});
