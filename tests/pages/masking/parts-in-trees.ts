/** The parts that the browser draws itself, once more within a closed shadow tree: a sheet that comes later must reach them there too. */
import { contents } from "./contents.ts";
import { parts } from "./parts.ts";
import { partsOfParts } from "./parts-of-parts.ts";
import type { Vector } from "./vector.ts";

const reached = new Set([
  "part: placeholder",
  "part: file button",
  "part: range",
  "part: search",
  "part: date and time",
  "part: progress",
  "part: details",
  "part: scroll bars and resizer",
  "content of a part: meter",
  "content of a part: marker of a summary",
  "generated before and after the content of details",
]);

export const partsInTrees: Vector[] = [...parts, ...contents, ...partsOfParts]
  .filter(({ name }) => reached.has(name))
  .map(({ name, html }) => ({
    name: `${name}, in a closed tree`,
    html: (marker) => `<div><template shadowrootmode="closed">${html(marker)}</template></div>`,
  }));
