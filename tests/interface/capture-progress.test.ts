/** Progress in words comes from the journal alone. */
import { describe, expect, it } from "vitest";
import { captureProgress, frameMarks } from "../../extension/interface/capture-progress.ts";
import { journal } from "../store/store-samples.ts";

function progressAfter(seconds: number, facts: Partial<typeof journal>) {
  const updatedAtUtc = new Date(Date.parse(journal.startedAt.utc) + seconds * 1_000).toISOString();
  return captureProgress({ ...journal, updatedAtUtc, ...facts });
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
