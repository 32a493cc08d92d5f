/** Takes a wall of the mask, or another part, out of a built extension. The build is readable, so its functions can be found by name. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The sheet hides nothing any more, and the driver finds that everything is hidden. */
export function withoutSheet(folder: string): void {
  change(folder, /(?<=\n\s*(?:var|const) outOfSight = )\[[^\]]*\]/, "[]");
  change(folder, /(?<=\n\s*(?:var|const) noImages = )\[[^\]]*\]/, "[]");
  change(folder, /(?<=\n\s*function isOutOfSight\(element\) \{)/, " return true;");
}

/** Every shot is taken for one without pictures. */
export function withoutCheckOfShots(folder: string): void {
  change(folder, /(?<=\n\s*async function checkShot\(shot\) \{)/, ' return "nothing";');
}

/** The thread that draws strips breaks as soon as it begins. */
export function withoutThread(folder: string): void {
  const assets = join(folder, "assets");
  const threads = readdirSync(assets).filter((name) => name.startsWith("drawing-worker"));
  if (threads.length === 0) throw new Error("the build has no thread that draws");
  for (const name of threads) writeFileSync(join(assets, name), 'throw new Error("broken");\n');
}

/** @throws when the place is nowhere: a test must not pass because nothing was taken out */
function change(folder: string, place: RegExp, into: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"))
    .map((name) => join(folder, name));
  const holding = files.filter((file) => place.test(readFileSync(file, "utf8")));
  if (holding.length === 0) throw new Error(`the build has no ${place.source}`);
  for (const file of holding) writeFileSync(file, readFileSync(file, "utf8").replace(place, into));
}
