/** Counts Shift pressed on its own: three times within five seconds means leave. */

const needed = 3;
const withinMs = 5_000;

export interface ShiftPresses {
  /** When Shift was pressed, oldest first; empty again after any other key. */
  atMs: readonly number[];
  isThird: boolean;
}

export const noShift: ShiftPresses = { atMs: [], isThird: false };

/** Another key in between starts over: whoever types capitals wants to stay. */
export function pressShift(presses: ShiftPresses, key: string, nowMs: number): ShiftPresses {
  if (key !== "Shift") return noShift;
  const atMs = [...presses.atMs, nowMs].filter((pressedMs) => nowMs - pressedMs <= withinMs);
  return atMs.length >= needed ? { atMs: [], isThird: true } : { atMs, isThird: false };
}
