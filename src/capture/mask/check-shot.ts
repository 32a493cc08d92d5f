/**
 * The second wall: does a shot show a picture at a place where one was hidden? It knows nothing of the sheet. It
 * compares pixels with what the page says of its plain boxes and words, and asks again about what it cannot explain.
 */
import { isEdgeOfLetter, isExplained, isPlain, isShadeOf, type Palette } from "./explain-colour.ts";
import { isPictureByItself } from "./hidden-box.ts";
import type { Painted, Point, Rgb } from "./painted.ts";
import type { ProbedBox } from "./probe-points.ts";
import { type CountedColours, countColours, pixelAt, placesOf, rgbOf, type Shot } from "./shot-pixels.ts";

/** Shares of a box. */
const unexplainedAllowed = 0.02;
/** Words and small drawings of a page leave more than this of a box as it is. */
const unexplainedAtMost = 0.7;
/** The soft edges of words are less of a box than this; a picture in shades between ground and ink is more. */
const edgesAtMost = 0.45;
const isOneColour = 0.97;
/** Of points asked about one by one, so many may stay unexplained: an edge that moved by a pixel. */
const pointsAllowed = 0.25;
const mostDoubts = 48;

export type BoxCheck = { kind: "quiet" } | { kind: "picture" } | { kind: "doubt"; points: Point[] };

/** `painted` has an entry for each point of the box, in their order. */
export function checkBox(shot: Shot, box: ProbedBox, painted: readonly Painted[]): BoxCheck {
  if (!isPictureByItself(box.hidden)) {
    return areExplained(shot, box.points, painted) ? { kind: "quiet" } : { kind: "picture" };
  }
  const palette = paletteOf(painted);
  const counted = countColours(shot, box.inView);
  if (isFlatShade(counted, palette)) return { kind: "quiet" };
  const ownDrawing = painted.some(({ isOwnDrawing }) => isOwnDrawing);
  const odd = oddColours(counted, palette, ownDrawing ? 1 : unexplainedAtMost);
  if (odd === null) return { kind: "picture" };
  if (odd.share <= unexplainedAllowed) return { kind: "quiet" };
  return { kind: "doubt", points: spread(placesOf(shot, box.inView, odd.colours), mostDoubts) };
}

/** Null as soon as more of the box is unexplained than may be. */
function oddColours(
  { counts, total }: CountedColours,
  palette: Palette,
  atMost: number,
): { colours: ReadonlySet<number>; share: number } | null {
  const colours = new Set<number>();
  let pixels = 0;
  let edges = 0;
  for (const [colour, count] of counts) {
    if (isPlain(rgbOf(colour), palette)) continue;
    if (isExplained(rgbOf(colour), palette)) edges += count;
    else {
      colours.add(colour);
      pixels += count;
    }
    if (pixels > atMost * total || edges > edgesAtMost * total) return null;
  }
  return { colours, share: total === 0 ? 0 : pixels / total };
}

function paletteOf(painted: readonly Painted[]): Palette {
  return {
    grounds: eachOnce(painted.flatMap(({ grounds }) => grounds)),
    inks: eachOnce(painted.flatMap(({ inks }) => inks)),
  };
}

function eachOnce(colours: readonly Rgb[]): Rgb[] {
  return [...new Map(colours.map((colour) => [colour.join(), colour])).values()];
}

/** Whether the page explains what stands at these points, each for itself. */
export function areExplained(shot: Shot, points: readonly Point[], painted: readonly Painted[]): boolean {
  const odd = points.filter((point, at) => {
    const said = painted[at];
    return said === undefined || !explains(said, pixelAt(shot, point));
  });
  return odd.length <= points.length * pointsAllowed;
}

function explains(said: Painted, colour: Rgb): boolean {
  if (said.isOwnDrawing || isExplained(colour, said)) return true;
  return said.hasText && isEdgeOfLetter(colour, said);
}

function isFlatShade({ counts, total }: CountedColours, palette: Palette): boolean {
  return [...counts].some(
    ([colour, count]) => count >= isOneColour * total && isShadeOf(rgbOf(colour), palette),
  );
}

function spread(points: readonly Point[], most: number): Point[] {
  const step = Math.max(1, points.length / most);
  return Array.from(
    { length: Math.min(most, points.length) },
    (_, at) => points[Math.floor(at * step)],
  ).filter((point) => point !== undefined);
}
