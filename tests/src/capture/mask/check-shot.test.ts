/** The second wall: words and boxes over a hidden picture pass, a picture of whatever colours does not. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { areExplained, checkBox } from "../../../../src/capture/mask/check-shot.ts";
import type { HiddenKind } from "../../../../src/capture/mask/hidden-box.ts";
import type { Painted, Rgb } from "../../../../src/capture/mask/painted.ts";
import { type ProbedBox, probeBoxes } from "../../../../src/capture/mask/probe-points.ts";
import type { Shot } from "../../../../src/capture/mask/shot-pixels.ts";

const width = 320;
const height = 240;
const white: Rgb = [255, 255, 255];
const ink: Rgb = [34, 34, 34];
const box = { x: 40, y: 30, width: 200, height: 150 };

type Brush = (x: number, y: number) => Rgb;

function drawn(brush: Brush): Shot {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) data.set([...brush(x, y), 255], (y * width + x) * 4);
  }
  return { left: 0, top: 0, width, height, data, ratio: 1 };
}

function isInBox(x: number, y: number): boolean {
  return x >= box.x && y >= box.y && x < box.x + box.width && y < box.y + box.height;
}

/** A page with this ground, and this in the box. */
function pageWith(ground: Rgb, inside: Brush): Shot {
  return drawn((x, y) => (isInBox(x, y) ? inside(x, y) : ground));
}

function probed(kind: HiddenKind = "image"): ProbedBox {
  const [one] = probeBoxes([{ kind, box, hasAddress: true }], { width, height });
  return one ?? expect.fail("the box is not in view");
}

function said(ground: Rgb, more: Partial<Painted> = {}): Painted {
  return { grounds: [ground], inks: [ink], hasText: false, isOwnDrawing: false, ...more };
}

function check(shot: Shot, painted: Painted, kind: HiddenKind = "image") {
  const one = probed(kind);
  return checkBox(
    shot,
    one,
    one.points.map(() => painted),
  );
}

const channel = fc.integer({ min: 0, max: 255 });
const anyColour: fc.Arbitrary<Rgb> = fc.tuple(channel, channel, channel);

test("the page's own ground is quiet, whatever its colour", () => {
  fc.assert(
    fc.property(anyColour, (ground) => {
      expect(
        check(
          pageWith(ground, () => ground),
          said(ground),
        ),
      ).toEqual({ kind: "quiet" });
    }),
    { numRuns: 40 },
  );
});

test("words typed over the place are quiet: ink, and its soft edges on the ground", () => {
  const letters: Brush = (x, y) => {
    const edge = Math.abs(((x * 7 + y * 3) % 12) - 6) / 6;
    return y % 20 < 12 ? mixed(white, ink, Math.min(1, edge * 1.4)) : white;
  };
  expect(check(pageWith(white, letters), said(white))).toEqual({ kind: "quiet" });
});

test("letters drawn in parts of pixels are asked about and explained; without letters they are not", () => {
  const fringed: Brush = (x, y) =>
    y % 20 < 10 && x % 4 === 0 ? [255, 160, 60] : y % 20 < 10 && x % 4 === 1 ? [60, 120, 255] : white;
  const shot = pageWith(white, fringed);
  const first = check(shot, said(white));
  const points = first.kind === "doubt" ? first.points : expect.fail(first.kind);
  const answers = (hasText: boolean) => points.map(() => said(white, { hasText, inks: [[0, 0, 0]] }));
  expect(areExplained(shot, points, answers(true))).toBe(true);
  expect(areExplained(shot, points, answers(false))).toBe(false);
});

test("a scrim over the whole box, a chip and a bar of the page are quiet", () => {
  expect(
    check(
      pageWith(white, () => [190, 190, 190]),
      said(white),
    ),
  ).toEqual({ kind: "quiet" });
  const chip: Rgb = [20, 90, 60];
  const bar: Brush = (_x, y) => (y > 120 ? chip : white);
  expect(check(pageWith(white, bar), said(white, { grounds: [white, chip] }))).toEqual({ kind: "quiet" });
});

test("a flat picture of any colour far from the ground is found", () => {
  fc.assert(
    fc.property(
      anyColour.filter((colour) => Math.max(...colour) - Math.min(...colour) > 40),
      (colour) => {
        expect(
          check(
            pageWith(white, () => colour),
            said(white),
          ),
        ).toEqual({ kind: "picture" });
      },
    ),
    { numRuns: 100 },
  );
});

test("photographs, gradients and drawings in grey are found", () => {
  const noise: Brush = (x, y) => [(x * 37 + y * 91) % 256, (x * 53 + y * 17) % 256, (x * 29 + y * 71) % 256];
  const gradient: Brush = (x) => [x % 256, 255 - (x % 256), 128];
  expect(check(pageWith(white, noise), said(white))).toEqual({ kind: "picture" });
  expect(check(pageWith(white, gradient), said(white))).toEqual({ kind: "picture" });
  const greyPhoto: Brush = (x, y) => {
    const level = Math.round(128 + 120 * Math.sin(x / 9) * Math.cos(y / 7));
    return [level, level, level];
  };
  expect(check(pageWith(white, greyPhoto), said(white))).toEqual({ kind: "picture" });
});

test("a picture over a tenth of the box is no longer quiet", () => {
  const corner: Brush = (x, y) => (x < box.x + 70 && y < box.y + 50 ? [255, 0, 255] : white);
  const found = check(pageWith(white, corner), said(white));
  const points = found.kind === "doubt" ? found.points : expect.fail(found.kind);
  const shot = pageWith(white, corner);
  expect(
    areExplained(
      shot,
      points,
      points.map(() => said(white, { hasText: true, inks: [] })),
    ),
  ).toBe(false);
});

test("an image behind words is found at the points between them", () => {
  expect(
    check(
      pageWith(white, () => [255, 0, 255]),
      said(white),
      "ground",
    ),
  ).toEqual({ kind: "picture" });
  expect(
    check(
      pageWith(white, () => white),
      said(white),
      "ground",
    ),
  ).toEqual({ kind: "quiet" });
});

test("a point of which the page says nothing is not explained", () => {
  expect(
    areExplained(
      pageWith(white, () => white),
      [{ x: 50, y: 50 }],
      [],
    ),
  ).toBe(false);
});

function mixed(one: Rgb, other: Rgb, share: number): Rgb {
  const part = (at: 0 | 1 | 2) => Math.round(one[at] + (other[at] - one[at]) * share);
  return [part(0), part(1), part(2)];
}
