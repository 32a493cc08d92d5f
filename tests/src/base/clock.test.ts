/** Instants, calendars and clocks that were moved. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { civilTime, clockJumpMs, millisecondsOf } from "../../../src/base/clock.ts";
import { FixedClock } from "../../fakes/fixed-clock.ts";

it("reads an instant in Taipei", () => {
  expect(civilTime("2026-11-21T16:30:05.000Z", 480)).toEqual({
    year: 2026,
    month: 11,
    day: 22,
    hour: 0,
    minute: 30,
    second: 5,
    weekday: 0,
  });
});

it("refuses what is no instant", () => {
  expect(() => millisecondsOf("昨天 22:58")).toThrow(RangeError);
});

it("sees a clock that was set, by as much as it was set", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(100_000), (jump, passed) => {
      const clock = new FixedClock();
      const first = clock.now();
      clock.pass(passed);
      clock.set(new Date(millisecondsOf(clock.now().utc) + jump).toISOString());
      expect(clockJumpMs(first, clock.now())).toBe(jump);
    }),
  );
});
