/** Forged pictures whose every digest was written anew: rebuilding them from their frames tells all the same. */
import { expect, test } from "vitest";
import { writePng } from "../../../src/capture/png/write-png.ts";
import { blobMeans } from "../../../src/verify/read-stored.ts";
import { answerOrders, type ThreadMeans } from "../../../src/verify/check-threads.ts";
import { verifyBundle } from "../../../src/verify/verify-bundle.ts";
import { capture, png } from "./forge.ts";
import { folder, forgedThroughout, onePixel, type PictureEdit, repaint } from "./forge-pictures.ts";

const forgeries: [what: string, edit: PictureEdit, found: object][] = [
  [
    "one pixel of a strip",
    (_, bag) => repaint(bag, "tile-001.png", onePixel),
    { code: "composite-differs", path: `${folder}/tile-001.png`, detail: "row 85" },
  ],
  [
    "one pixel of a frame",
    (_, bag) => repaint(bag, "frame-003.png", onePixel),
    { code: "composite-differs", path: `${folder}/tile-001.png`, detail: "row 85" },
  ],
  [
    "a strip of another size",
    async (_, bag) => {
      const small = await writePng({ width: 1, height: 1, rows: [new Uint8Array(3)] });
      bag.files.set(`${folder}/tile-001.png`, new Uint8Array(await small.arrayBuffer()));
    },
    { code: "composite-differs", detail: "1 × 1" },
  ],
  [
    "two frames that change places",
    (_, bag) => {
      const [one, other] = ["frame-001.png", "frame-002.png"].map((name) => `${folder}/${name}`);
      const kept = bag.files.get(one ?? "") ?? png;
      bag.files.set(one ?? "", bag.files.get(other ?? "") ?? png);
      bag.files.set(other ?? "", kept);
    },
    { code: "composite-differs", detail: "row 0" },
  ],
  [
    "a part of a frame drawn elsewhere",
    ({ picture }) => {
      const placement = picture?.surfaces[0]?.placements[1];
      if (placement) Object.assign(placement, { source: { ...placement.source, y: 3 } });
    },
    { code: "recipe-differs", path: capture, detail: "surface 0" },
  ],
  [
    "a page made shorter",
    ({ picture }) => {
      const surface = picture?.surfaces[0];
      if (surface) Object.assign(surface, { height: 58, placements: surface.placements.slice(0, 2) });
    },
    { code: "recipe-differs", detail: "surface 0" },
  ],
  [
    "a strip left out of the recipe",
    ({ picture }) => void picture?.surfaces[0]?.tiles.push({ file: "tile-001.png", y: 86, height: 30 }),
    { code: "recipe-differs", detail: "tiles" },
  ],
  [
    "a frame that was taken elsewhere in the page",
    ({ picture }) => void Object.assign(picture?.frames[2]?.census ?? {}, { scrollY: 29 }),
    { code: "recipe-differs", detail: "surface 0" },
  ],
  [
    "figures that were rounded up",
    ({ proof }) => void Object.assign(proof?.stability ?? {}, { frames: 40 }),
    { code: "proof-differs", path: capture, detail: "P4" },
  ],
  [
    "a clause that holds where it does not apply",
    ({ proof }) => void Object.assign(proof?.crossCounts ?? {}, { state: "holds" }),
    { code: "proof-differs", detail: "P5" },
  ],
  [
    "a proof taken away",
    (item) => void Object.assign(item, { proof: null }),
    { code: "proof-differs", detail: "P1–P6" },
  ],
  [
    "another result",
    ({ verdict }) => void Object.assign(verdict, { kind: "partial" }),
    { code: "verdict-differs", detail: "complete" },
  ],
];

/** Threads that are none: they answer as a real one does, each in its own time. */
const threads: ThreadMeans = {
  threads: 3,
  open: (zip, { answered }) => {
    const answer = answerOrders(blobMeans(zip));
    return { send: (order) => void answer(structuredClone(order)).then(answered), end: () => undefined };
  },
};

/** What is found here and what threads find. */
async function throughout(edit: PictureEdit) {
  const zip = await forgedThroughout(edit);
  const here = await verifyBundle(zip);
  expect(await verifyBundle(zip, { threads })).toEqual(here);
  return here;
}

test.each(forgeries)("%s is found although everything else agrees", async (_, edit, found) => {
  const { findings } = await throughout(edit);
  expect(findings).toContainEqual(expect.objectContaining(found));
});

test("the same item written anew without an edit is sound", async () => {
  const { findings } = await throughout((item) => void Object.assign(item.address, { title: "另一個標題" }));
  expect(findings).toEqual([]);
});

test("a frame nobody could have taken is not worked out at all", async () => {
  const { findings } = await throughout(({ picture }) => {
    Object.assign(picture?.frames[1] ?? {}, { width: 2_000_000, height: 2_000_000 });
  });
  expect(findings.map(({ code }) => code)).toContain("recipe-differs");
});
