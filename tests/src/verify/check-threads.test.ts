/** Checking on threads: the same verdict as on one, whatever a thread does, and no pixel passed over. */
import { mkdtempSync, openAsBlob, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { sha256Hex } from "../../../src/base/digest.ts";
import { threadsFor } from "../../../commands/check-threads.ts";
import type { Rectangle } from "../../../src/base/rectangle.ts";
import { isMadeOfFrames } from "../../../src/capture/compose-tile.ts";
import type { Placement } from "../../../src/capture/frame.ts";
import { uncovered } from "../../../src/capture/rectangle-cover.ts";
import type { TilePlan } from "../../../src/capture/plan-tiles.ts";
import { writePng } from "../../../src/capture/png/write-png.ts";
import { PictureRoom } from "../../../src/capture/png/vectors/picture-room.ts";
import { type Raster, rasterOf, rowsOf } from "../../../src/capture/raster.ts";
import { compareStrips, type StripRun } from "../../../src/verify/compare-strips.ts";
import { type CheckAnswer, CheckThreads, type ThreadMeans } from "../../../src/verify/check-threads.ts";
import type { Verification } from "../../../src/verify/verification.ts";
import { verifyBundle } from "../../../src/verify/verify-bundle.ts";
import { folder, forgedThroughout } from "./forge-pictures.ts";

const width = 5;
const frameHeight = 6;
const shared = 2;
const step = frameHeight - shared;

/** Three frames, each of which begins with the last rows of the one before, in one strip. */
const plan: TilePlan = {
  surface: 0,
  y: 0,
  width,
  height: 2 * step + frameHeight,
  draws: [0, 1, 2].map((sequence) => ({
    sequence,
    source: { x: 0, y: 0, width, height: sequence === 2 ? frameHeight : step },
    target: { x: 0, y: sequence * step, width, height: sequence === 2 ? frameHeight : step },
  })),
  empty: [],
  missing: [],
  comparisons: [1, 2].map((second) => ({
    first: second - 1,
    second,
    area: { x: 0, y: second * step, width, height: 0 },
    source: { x: 0, y: 0, width, height: 0 },
  })),
};

function pixelAt(x: number, y: number): number[] {
  return [x * 40, y * 15, (x * 7 + y * 3) % 256];
}

function part(top: number, height: number): Raster {
  const pixels = Array.from({ length: width * height }, (_, at) =>
    pixelAt(at % width, top + Math.floor(at / width)),
  );
  return rasterOf(width, height, new Uint8Array(pixels.flat()));
}

async function packed(raster: Raster): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await writePng({ ...raster, rows: rowsOf(raster) })).arrayBuffer());
}

const run: StripRun = {
  strips: [{ path: "strip", plan }],
  frames: [0, 1, 2].map((sequence) => ({ sequence, path: `frame ${sequence}` })),
};

async function bagWith(strip: Raster) {
  const files = new Map([["strip", await packed(strip)]]);
  for (const sequence of [0, 1, 2])
    files.set(`frame ${sequence}`, await packed(part(sequence * step, frameHeight)));
  return { read: async (path: string) => files.get(path) ?? null };
}

/** The parts of what is drawn that lie outside a box. */
function withoutBox(draws: readonly Placement[], box: Rectangle): Placement[] {
  return draws.flatMap(({ sequence, source, target }) =>
    uncovered(target, [box]).map((shown) => ({
      sequence,
      source: { ...shown, x: source.x + shown.x - target.x, y: source.y + shown.y - target.y },
      target: shown,
    })),
  );
}

describe("a strip", () => {
  it("of frames alone is not drawn to be compared", () => {
    expect(isMadeOfFrames(plan)).toBe(true);
  });

  it("that shows what its frames show has no difference", async () => {
    const [reading] = await compareStrips(run, await bagWith(part(0, plan.height)));
    expect(reading).toMatchObject({ path: "strip", difference: null });
  });

  it("that has a part drawn twice or told as empty is drawn again, and compared with that", async () => {
    const [first, second, third] = plan.draws as [Placement, Placement, Placement];
    const twice = { ...plan, draws: [first, second, { ...third, sequence: 2 }, first] };
    const box = { x: 1, y: 2, width: 2, height: 3 };
    const emptied = part(0, plan.height);
    for (let y = box.y; y < box.y + box.height; y += 1)
      emptied.pixels.fill(0xe6, (y * width + box.x) * 3, (y * width + box.x + box.width) * 3);
    const cases: [TilePlan, Raster][] = [
      [twice, part(0, plan.height)],
      [{ ...plan, draws: withoutBox(plan.draws, box), empty: [box] }, emptied],
    ];
    for (const [other, strip] of cases) {
      expect(isMadeOfFrames(other)).toBe(false);
      for (const at of [null, 0, strip.pixels.length - 1]) {
        if (at !== null) strip.pixels[at] = (strip.pixels[at] ?? 0) ^ 1;
        const [reading] = await compareStrips(
          { ...run, strips: [{ path: "strip", plan: other }] },
          await bagWith(strip),
        );
        expect(reading?.difference).toBe(at === null ? null : "row 0");
      }
    }
  });

  it("with one bit of one pixel changed, wherever that is, differs in that row", async () => {
    const places = fc.tuple(fc.nat(width * plan.height * 3 - 1), fc.nat(7));
    await fc.assert(
      fc.asyncProperty(places, fc.boolean(), async ([at, bit], hasRoom) => {
        const strip = part(0, plan.height);
        strip.pixels[at] = (strip.pixels[at] ?? 0) ^ (1 << bit);
        const bag = { ...(await bagWith(strip)), room: hasRoom ? PictureRoom.open() : null };
        const [reading] = await compareStrips(run, bag);
        expect(reading?.difference).toBe(`row ${Math.floor(at / (width * 3))}`);
      }),
    );
  });
});

const nowhere = new Blob();

async function openFile(path: string): Promise<Uint8Array<ArrayBuffer>> {
  if (path !== "data/urls.txt") throw new Error("it is gone");
  return new TextEncoder().encode("abc");
}

async function compared(means: ThreadMeans | null) {
  const bag = await bagWith(part(0, plan.height));
  const threads = new CheckThreads(means, {
    zip: nowhere,
    entries: new Map(),
    bag,
    open: openFile,
    sha256: sha256Hex,
  });
  try {
    const [kept, gone] = ["data/urls.txt", "data/gone.txt"].map((path) => ({ path, sizeBytes: 3 }));
    const facts = { isMasked: false, files: [kept, gone] as [never, never] };
    return await Promise.all([...[run, run, run].map(threads.compare), threads.readFacts(facts)]);
  } finally {
    threads.end();
  }
}

describe("what a thread cannot answer is done here", () => {
  const never = { send: () => undefined, end: () => undefined };
  const troubled: [what: string, open: ThreadMeans["open"]][] = [
    ["a platform that gives no thread", () => expect.fail("no threads")],
    [
      "a thread that breaks at its first turn",
      (_, news) => ({ ...never, send: () => queueMicrotask(news.broke) }),
    ],
    [
      "a thread that cannot work",
      (_, news) => ({ ...never, send: () => queueMicrotask(() => news.answered(null)) }),
    ],
    [
      "a thread that breaks before it has anything to do",
      (_, news) => {
        queueMicrotask(news.broke);
        return never;
      },
    ],
  ];

  it.each(troubled)("%s", async (_, open) => {
    expect(await compared({ threads: 2, open })).toEqual(await compared(null));
  });

  it("stopping ends every thread, and whoever waits hears of it", async () => {
    const life = new AbortController();
    let ended = 0;
    const open = () => ({
      send: () => undefined,
      end: () => {
        ended += 1;
      },
    });
    const bag = { ...(await bagWith(part(0, plan.height))), signal: life.signal };
    const hand = { zip: nowhere, entries: new Map(), bag, open: openFile, sha256: sha256Hex };
    const threads = new CheckThreads({ threads: 2, open }, hand);
    const waiting = Promise.allSettled([run, run, run].map(threads.compare));
    await Promise.resolve();
    life.abort(new Error("stopped"));
    expect((await waiting).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(ended).toBe(2);
    await expect(threads.compare(run)).rejects.toThrow("stopped");
  });
});

describe("real threads of Node", () => {
  const scratch = mkdtempSync(join(tmpdir(), "keepleaf-strips-"));
  afterAll(() => rmSync(scratch, { recursive: true }));

  /** Every turn is answered by a thread: what is compared here in its place would prove nothing about them. */
  async function onThreads(file: string): Promise<Verification> {
    const { threads, open } = threadsFor(file, 2);
    const answers: CheckAnswer[] = [];
    const watched: ThreadMeans["open"] = (zip, news) =>
      open(zip, {
        ...news,
        answered: (answer) => {
          answers.push(answer);
          news.answered(answer);
        },
      });
    const verification = await verifyBundle(await openAsBlob(file), { threads: { threads, open: watched } });
    expect(answers).not.toContain(null);
    expect(answers).not.toEqual([]);
    return verification;
  }

  it.each(["picture.zip", "forged-picture.zip"])("say of %s what one thread says", async (name) => {
    const file = fileURLToPath(new URL(`../../vectors/${name}`, import.meta.url));
    expect(await onThreads(file)).toEqual(await verifyBundle(await openAsBlob(file)));
  });

  it("meet a strip that is no picture with a sentence, not with an end", async () => {
    const file = join(scratch, "torn.zip");
    const zip = await forgedThroughout((_, bag) => {
      const whole = bag.files.get(`${folder}/tile-001.png`) ?? new Uint8Array();
      bag.files.set(`${folder}/tile-001.png`, whole.slice(0, whole.length - 20));
    });
    writeFileSync(file, new Uint8Array(await zip.arrayBuffer()));
    const { findings } = await onThreads(file);
    expect(findings).toContainEqual({
      code: "composite-differs",
      path: `${folder}/tile-001.png`,
      detail: expect.stringContaining("PNG: "),
    });
  });
});
