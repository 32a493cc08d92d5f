/** Progress in words comes from the journal alone. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { captureProgress, frameMarks } from "../../extension/interface/capture-progress.ts";
import { journal } from "../store/store-samples.ts";

function progressAfter(seconds: number, facts: Partial<typeof journal>) {
  const updatedAtUtc = new Date(Date.parse(journal.startedAt.utc) + seconds * 1_000).toISOString();
  return captureProgress({ ...journal, updatedAtUtc, ...facts });
}

/** Mean milliseconds a frame after so many: as fast as the page for five seconds, then two a second at best. */
function pace(frames: number, frameMs: number): number {
  const fast = Math.min(frames, Math.floor(5_000 / frameMs));
  return (fast * frameMs + (frames - fast) * Math.max(frameMs, 505)) / frames;
}

describe("progress", () => {
  it("reads before it takes, and checks after", () => {
    expect(progressAfter(0, { framesTaken: 0 }).step).toBe("reading");
    expect(progressAfter(1, { framesTaken: 1, framesExpected: 4 }).step).toBe("pictures");
    expect(progressAfter(4, { framesTaken: 4, framesExpected: 4, state: "keeping" }).step).toBe("checking");
    expect(progressAfter(4, { framesTaken: 4, framesExpected: 4, state: "kept" }).step).toBe("checking");
  });

  it("tells the time left only once two frames have shown the pace", () => {
    expect(progressAfter(1, { framesTaken: 1, framesExpected: 12 }).secondsLeft).toBeNull();
    expect(progressAfter(6, { framesTaken: 6, framesExpected: 12 }).secondsLeft).toBe(6);
    expect(progressAfter(0.1, { framesTaken: 6, framesExpected: 7 }).secondsLeft).toBe(1);
    expect(progressAfter(12, { framesTaken: 12, framesExpected: 12 }).secondsLeft).toBeNull();
  });

  it("knows that the fast lane ends five seconds after the press", () => {
    // Ten frames a second for the three seconds that are left of it, then two a second.
    expect(progressAfter(2, { framesTaken: 20, framesExpected: 50 }).secondsLeft).toBe(3);
    expect(progressAfter(2, { framesTaken: 20, framesExpected: 150 }).secondsLeft).toBe(54);
    // Past it, the fast beginning no longer makes the rest look quick.
    expect(progressAfter(6, { framesTaken: 52, framesExpected: 152 }).secondsLeft).toBe(51);
    // A page slower than the browser's own limit sets the pace.
    expect(progressAfter(20, { framesTaken: 10, framesExpected: 20 }).secondsLeft).toBe(20);
  });

  it("goes up by no more than a rounded second while the pace holds", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300 }), fc.integer({ min: 20, max: 3_000 }), (whole, frameMs) => {
        const seconds = Array.from({ length: whole - 2 }, (_, index) => {
          const facts = { framesTaken: index + 2, framesExpected: whole };
          return progressAfter(((index + 2) * pace(index + 2, frameMs)) / 1_000, facts).secondsLeft ?? 0;
        });
        for (const [index, left] of seconds.entries()) {
          expect(left).toBeLessThanOrEqual((seconds[index - 1] ?? left) + 1);
        }
      }),
    );
  });

  it("never expects less than it has taken", () => {
    expect(progressAfter(9, { framesTaken: 9, framesExpected: 4 }).framesExpected).toBe(9);
  });
});

describe("frame marks", () => {
  it("are done, now, and guessed", () => {
    const looks = frameMarks(progressAfter(2, { framesTaken: 2, framesExpected: 5 })).map(({ look }) => look);
    expect(looks).toEqual(["done", "done", "now", "guess", "guess"]);
  });

  it("show nothing in the making while the rest is checked", () => {
    const marks = frameMarks(progressAfter(2, { framesTaken: 2, framesExpected: 3, state: "keeping" }));
    expect(marks.map(({ look }) => look)).toEqual(["done", "done", "guess"]);
  });
});
