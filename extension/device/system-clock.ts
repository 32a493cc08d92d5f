/** The device's clocks: wall, zone and monotonic together. */
import type { Clock } from "../../src/base/clock.ts";

export const systemClock: Clock = {
  now() {
    const now = new Date();
    return {
      utc: now.toISOString(),
      offsetMinutes: -now.getTimezoneOffset(),
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      monotonicMs: performance.now(),
      timeOriginMs: performance.timeOrigin,
    };
  },
};
