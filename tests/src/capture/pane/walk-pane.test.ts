/** A walk over conversations on paper that hide, guess, move and add rows: every row once, in order, in its place, or a gap. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PaperRow } from "../../../fakes/virtual-list.ts";
import { type Walked, walkOver } from "./paper-walk.ts";

/** Many walks a law: more than the usual time on a busy machine. */

/** Between two gaps, the rows are an unbroken part of the conversation, each at its true place and height. */
function expectNothingMadeUp({ list, transcript }: Walked): void {
  const cuts = [0, ...transcript.gaps.map(({ beforeRow }) => beforeRow), transcript.rows.length];
  const whole = list.all.map(({ text }) => text);
  for (const [index, from] of cuts.slice(0, -1).entries()) {
    const part = transcript.rows.slice(from, cuts[index + 1]);
    const texts = part.map(({ text }) => text);
    const starts = whole.flatMap((_, at) =>
      texts.every((text, row) => whole[at + row] === text) ? [at] : [],
    );
    expect(starts).not.toEqual([]);
    const first = part[0];
    const isInPlace = starts.some((start) =>
      part.every(
        ({ box }, row) =>
          box.y - (first?.box.y ?? 0) === list.trueTop(start + row) - list.trueTop(start) &&
          box.height === list.all[start + row]?.height,
      ),
    );
    expect(isInPlace).toBe(true);
  }
}

function expectWhole(walked: Walked): void {
  const { list, transcript, startedWith } = walked;
  expect(transcript.gaps).toEqual([]);
  const texts = transcript.rows.map(({ text }) => text);
  expect(texts.slice(0, startedWith)).toEqual(list.all.slice(0, startedWith).map(({ text }) => text));
  expectNothingMadeUp(walked);
}

const heights = fc.integer({ min: 24, max: 260 });
const manyRows = fc.array(heights, { minLength: 30, maxLength: 160 });
const conversation = manyRows.map((all): PaperRow[] =>
  all.map((height, index) => ({ text: `message ${index}`, height })),
);

const habits = fc.record({
  window: fc.integer({ min: 420, max: 900 }),
  estimate: fc.option(fc.integer({ min: 20, max: 300 })),
  overscan: fc.integer({ min: 1, max: 6 }),
  page: fc.constantFrom(0, 0, 12, 25),
  delayMs: fc.integer({ min: 0, max: 600 }),
  isReversed: fc.boolean(),
});

describe("a conversation whose rows all differ", () => {
  it("is told whole and in order, with exact heights and no gap", async () => {
    await fc.assert(
      fc.asyncProperty(conversation, habits, async (rows, some) => {
        const walked = await walkOver(rows, { ...some, compensates: true });
        expectWhole(walked);
        expect(walked.outcome.ends[1]).toMatchObject({ first: "top-reached", last: "bottom-stable" });
        expect(walked.codes).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it("is told whole from the top down, too", async () => {
    await fc.assert(
      fc.asyncProperty(conversation, habits, async (rows, some) => {
        const walked = await walkOver(rows, {
          ...some,
          page: 0,
          isReversed: false,
          compensates: true,
          opensAt: "top",
        });
        expectWhole(walked);
      }),
      { numRuns: 15 },
    );
  });

  it("is never made up where the list lets rows jump", async () => {
    await fc.assert(
      fc.asyncProperty(conversation, habits, async (rows, some) => {
        const walked = await walkOver(rows, { ...some, compensates: false });
        expectNothingMadeUp(walked);
      }),
      { numRuns: 25 },
    );
  });
});

const repeats = manyRows.chain((all) =>
  fc
    .array(fc.constantFrom("ok", "ok", "ok", "好", null), { minLength: all.length, maxLength: all.length })
    .map((words): PaperRow[] =>
      all.map((height, index) => {
        const word = words[index] ?? null;
        return word === null ? { text: `message ${index}`, height } : { text: word, height: 44 };
      }),
    ),
);

describe("a conversation that repeats itself", () => {
  it("is whole or has a gap that says so; nothing is merged", async () => {
    await fc.assert(
      fc.asyncProperty(repeats, habits, fc.boolean(), async (rows, some, compensates) => {
        const walked = await walkOver(rows, { ...some, compensates });
        expectNothingMadeUp(walked);
        if (walked.transcript.gaps.length === 0 && walked.codes.length === 0) expectWhole(walked);
      }),
      { numRuns: 50 },
    );
  });
});

const rows = Array.from({ length: 240 }, (_, index) => ({
  text: `message ${index}`,
  height: 40 + ((index * 37) % 160),
}));

describe("what conversations do to whoever scrolls them", () => {
  const hostile = { window: 683, estimate: 60, page: 30, delayMs: 400 };

  it("loses none of 240 rows that are recycled, guessed and put in above", async () => {
    const walked = await walkOver(rows, hostile);
    expectWhole(walked);
    expect(walked.transcript.rows).toHaveLength(240);
  });

  it("counts offsets from the end where the list does", async () => {
    expectWhole(await walkOver(rows, { ...hostile, isReversed: true }));
  });

  it("tells thirty rows that say the same one by one where nothing was rewritten", async () => {
    const alike = rows.map((row, index) => (index >= 100 && index < 130 ? { text: "ok", height: 48 } : row));
    const walked = await walkOver(alike, { window: 683 });
    expectWhole(walked);
  });

  it("names a gap where they cannot be told, and makes up none", async () => {
    const alike = rows.map((row, index) => (index >= 100 && index < 130 ? { text: "ok", height: 48 } : row));
    const walked = await walkOver(alike, { ...hostile, page: 0, compensates: false });
    expectNothingMadeUp(walked);
    expect(walked.transcript.gaps.map(({ because }) => because)).toContain("identical-rows");
  });

  it("follows a row that is higher than its window", async () => {
    const tall = rows.map((row, index) => (index === 120 ? { ...row, height: 2_500 } : row));
    expectWhole(await walkOver(tall, { window: 683 }));
  });
});

describe("how many frames a conversation takes", () => {
  const guesses = [30, 60, 300].flatMap((estimate) => [1, 3, 8].map((overscan) => ({ estimate, overscan })));

  it.each(guesses)("hardly more where heights are guessed: %o", async (guessed) => {
    const known = await walkOver(rows, { window: 683, estimate: null });
    const walked = await walkOver(rows, { window: 683, ...guessed });
    expectWhole(walked);
    expect(walked.frames.length).toBeLessThanOrEqual(known.frames.length * 1.1);
  });
});

describe("rows that come while one looks", () => {
  it("has the older part whole while new rows come in every second, and counts those", async () => {
    const walked = await walkOver(rows, { window: 683, arrivalMs: 1_000 });
    expectWhole(walked);
    expect(walked.codes).toEqual(["rows-arrived"]);
    expect(Number(walked.outcome.notes[0]?.detail)).toBeGreaterThan(0);
  });

  it("does not wait for a quiet moment where rows keep coming, and counts those that came while it walked", async () => {
    const walked = await walkOver(rows, { window: 683, arrivalMs: 1_000, late: 3 });
    expectWhole(walked);
    expect(walked.codes).toEqual(["rows-arrived"]);
    const came = walked.transcript.rows.length - rows.length - 3;
    expect(Number(walked.outcome.notes[0]?.detail)).toBe(came);
    expect(walked.outcome.ends[1]).toMatchObject({ first: "top-reached", last: "bottom-stable" });
  });

  it("follows a list that grows at its bottom for a minute, and says that it goes on", async () => {
    const walked = await walkOver(rows, { window: 683, opensAt: "top", arrivalMs: 300 });
    expectWhole(walked);
    expect(walked.codes).toEqual(["feed-truncated"]);
    expect(walked.outcome.ends[1]).toMatchObject({ first: "not-reached", last: "feed-truncated" });
  });

  it("gives up on a loader that never ends, and says so", async () => {
    const walked = await walkOver(rows, { window: 683, isStuck: true });
    expectWhole(walked);
    expect(walked.codes).toEqual(["loader-visible"]);
    expect(walked.outcome.ends[1]).toMatchObject({ first: "loader-visible", last: "bottom-stable" });
  });
});
