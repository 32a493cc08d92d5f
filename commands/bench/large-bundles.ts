/** Packing and checking of large cases, beside what `zip -0` and `sha256sum` take for the very same files. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, openAsBlob, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Verification } from "../../src/verify/verification.ts";
import { verifyBundle } from "../../src/verify/verify-bundle.ts";
import { packBundle } from "../../src/bundle/pack-bundle.ts";
import { evidencePdf } from "../../src/report/pdf/evidence-pdf.ts";
import { itemFolder, pictureOf } from "../../src/evidence/evidence-item.ts";
import { openLibrary } from "../browser/pack-case.ts";
import type { KeepleafBrowser } from "../browser/launch-browser.ts";
import { press } from "../browser/press.ts";
import { waitForScreen } from "../browser/watch-screen.ts";
import { verifyFile } from "../verify-file.ts";
import { type MemoryPeak, watchMemory } from "./extension-memory.ts";
import type { KeptPage } from "./kept-pages.ts";
import { at, type LargeCase, largeCase, type RepeatedCase, repeatedCase } from "./large-case.ts";
import { storeCase } from "./store-case.ts";

export interface Timed {
  bytes: number;
  ours: number;
  /** Seconds of the programs that everyone has. */
  theirs: number;
}

export interface PackingTimes extends Timed {
  /** Of the whole browser over its start, at the most; null where the system does not say. */
  extra: MemoryPeak | null;
}

/** From the press to the word that it is packed and checked, in the library page. */
export async function timePacking(
  keepleaf: KeepleafBrowser,
  { items, itemBytes }: { items: number; itemBytes: number },
): Promise<PackingTimes> {
  const large = await largeCase(items, itemBytes);
  const empty = await openLibrary(keepleaf);
  if ((await waitForScreen(empty, ["empty"], 60)).kind !== "seen")
    throw new Error("something else is kept here already, and would be packed instead");
  await storeCase(empty, large);
  await empty.close();
  const library = await openLibrary(keepleaf);
  await waitForScreen(library, ["timeline"], 60);
  await press(library, "[data-action=open-pack]");
  await waitForScreen(library, ["pack"], 60);
  const memory = await watchMemory(keepleaf.browser.process()?.pid ?? 0, "browser");
  const startedAtMs = performance.now();
  await press(library, "[data-action=pack]");
  const packed = await waitForScreen(library, ["packed"], 600);
  const ours = (performance.now() - startedAtMs) / 1_000;
  const extra = await memory.stop();
  if (packed.kind !== "seen") throw new Error("the case was not packed");
  await library.close();
  return { bytes: bytesOf(large), ours, theirs: timePrograms(large), extra };
}

function bytesOf({ items, files }: LargeCase): number {
  return items.length * [...files.values()].reduce((sum, { length }) => sum + length, 0);
}

/** Seconds of `zip -0` and `sha256sum` over the same files. */
function timePrograms(large: LargeCase): number {
  return inFolder((folder) => {
    for (const item of large.items) {
      mkdirSync(join(folder, itemFolder(item)));
      for (const [name, bytes] of large.files) writeFileSync(join(folder, itemFolder(item), name), bytes);
    }
    return (
      secondsOf(folder, "zip -0 -q -r ../theirs.zip .") + secondsOf(folder, "sha256sum */* > ../theirs.txt")
    );
  });
}

export interface CheckingTimes extends Timed {
  /** Seconds without drawing the strips from their frames, as whoever sealed the bundle checks it. */
  oursWithoutPictures: number;
  /** How many strips, and megapixels in them and their frames. */
  strips: number;
  megapixels: number;
}

/**
 * Kept pages again and again as one bundle on the disk, checked by `npm run verify`'s own code, every strip drawn from
 * its frames; and by `sha256sum -c`, which reads every file once.
 */
export async function timeChecking(pages: readonly KeptPage[], bytes: number): Promise<CheckingTimes> {
  const large = await repeatedCase(pages, bytes);
  const zip = await packed(large);
  const folder = mkdtempSync(join(tmpdir(), "keepleaf-bench-"));
  try {
    const file = join(folder, "bundle.zip");
    for await (const piece of zip.stream()) writeFileSync(file, piece, { flag: "a" });
    execFileSync("unzip", ["-q", file, "-d", folder]);
    const times: Record<"ours" | "theirs" | "without", number[]> = { ours: [], theirs: [], without: [] };
    for (let turn = 0; turn < 3; turn += 1) {
      times.ours.push(await secondsOfChecking(() => verifyFile(file)));
      times.theirs.push(secondsOf(folder, "cd keepleaf-* && sha256sum -c --quiet manifest-sha256.txt"));
      const blob = await openAsBlob(file);
      times.without.push(await secondsOfChecking(() => verifyBundle(blob, { isJustSealed: true })));
    }
    return {
      bytes: zip.size,
      ours: Math.min(...times.ours),
      theirs: Math.min(...times.theirs),
      oursWithoutPictures: Math.min(...times.without),
      ...picturesIn(large),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function secondsOfChecking(check: () => Promise<Verification | null>): Promise<number> {
  const startedAtMs = performance.now();
  const result = await check();
  const seconds = (performance.now() - startedAtMs) / 1_000;
  if (!result?.isSound) throw new Error(`the bundle is not sound: ${result?.findings[0]?.code}`);
  return seconds;
}

export async function packed({ filesOf, ...large }: RepeatedCase): Promise<Blob> {
  const { zip } = await packBundle({
    ...large,
    readFile: async (itemId, name) => new Blob([filesOf.get(itemId)?.get(name) ?? new Uint8Array()]),
    facts: [],
    recipient: "police",
    at,
    suffix: "7c4190",
    tool: { extensionVersion: "0.1.0", buildId: "bench" },
    writeReport: (language, subject) =>
      evidencePdf(language, subject, new Uint8Array(readFileSync(fontFile))),
    signer: null,
  });
  return zip;
}

function picturesIn({ items }: RepeatedCase): Pick<CheckingTimes, "strips" | "megapixels"> {
  const pictures = items.flatMap((item) => pictureOf(item) ?? []);
  const frames = pictures.flatMap((picture) => picture.frames.map(({ width, height }) => width * height));
  const strips = pictures.flatMap(({ surfaces }) =>
    surfaces.flatMap(({ width, tiles }) => tiles.map(({ height }) => width * height)),
  );
  const pixels = [...frames, ...strips].reduce((sum, one) => sum + one, 0);
  return { strips: strips.length, megapixels: pixels / 1e6 };
}

const fontFile = createRequire(import.meta.url).resolve(
  "@expo-google-fonts/noto-sans-tc/400Regular/NotoSansTC_400Regular.ttf",
);

function inFolder<T>(work: (folder: string) => T): T {
  const outer = mkdtempSync(join(tmpdir(), "keepleaf-bench-"));
  const folder = join(outer, "files");
  try {
    mkdirSync(folder);
    return work(folder);
  } finally {
    rmSync(outer, { recursive: true });
  }
}

function secondsOf(folder: string, command: string): number {
  const startedAtMs = performance.now();
  execFileSync("bash", ["-c", command], { cwd: folder });
  return (performance.now() - startedAtMs) / 1_000;
}
