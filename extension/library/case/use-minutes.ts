/** The time, again every minute: clocks on a screen stand still in between. */
import { useEffect, useState } from "preact/hooks";
import type { Clock, Moment } from "../../../src/base/clock.ts";

const minuteMs = 60_000;

export function useMinutes(clock: Clock): Moment {
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), minuteMs);
    return () => clearInterval(timer);
  }, [clock]);
  return now;
}
