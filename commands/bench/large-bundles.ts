/** Packing and checking of large cases, beside what `zip -0` and `sha256sum` take for the very same files. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packBundle } from "../../src/bundle/pack-bundle.ts";
import { evidencePdf } from "../../src/report/pdf/evidence-pdf.ts";
import { itemFolder } from "../../src/evidence/evidence-item.ts";
import { openLibrary } from "../browser/pack-case.ts";
import type { KeepleafBrowser } from "../browser/launch-browser.ts";
import { press } from "../browser/press.ts";
import { waitForScreen } from "../browser/watch-screen.ts";
import { verifyFile } from "../verify-file.ts";
import { watchMemory } from "./extension-memory.ts";
import { type LargeCase, largeCase } from "./large-case.ts";
import { storeCase } from "./store-case.ts";

export interface Timed {
  bytes: number;
  ours: number;
  /** Seconds of the programs that everyone has. */
  theirs: number;
}

export interface PackingTimes extends Timed {
  /** Of the whole browser over its start, at the most; null where the system does not say. */
  extraMegabytes: number | null;
}

/** From the press to the word that it is packed and checked, in the library page. */
export async function timePacking(
  keepleaf: KeepleafBrowser,
  { items, itemBytes }: { items: number; itemBytes: number },
): Promise<PackingTimes> {
  const large = await largeCase(items, itemBytes);
  const empty = await openLibrary(keepleaf);
  await waitForScreen(empty, ["empty"], 60);
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
  const extraMegabytes = await memory.stop();
  if (packed.kind !== "seen") throw new Error("the case was not packed");
  await library.close();
  return { bytes: bytesOf(large), ours, theirs: timePrograms(large), extraMegabytes };
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

/** A bundle on the disk, checked by `npm run verify`'s own code and by `sha256sum -c`. */
export async function timeChecking(items: number, itemBytes: number): Promise<Timed> {
  const large = await largeCase(items, itemBytes);
  const { zip } = await packBundle({
    ...large,
    readFile: async (_, name) => new Blob([large.files.get(name) ?? new Uint8Array()]),
    facts: [],
    recipient: "police",
    at: large.items[0]?.finishedAt ?? never(),
    suffix: "7c4190",
    tool: { extensionVersion: "0.1.0", buildId: "bench" },
    writeReport: (language, subject) =>
      evidencePdf(language, subject, new Uint8Array(readFileSync(fontFile))),
    signer: null,
  });
  const folder = mkdtempSync(join(tmpdir(), "keepleaf-bench-"));
  try {
    const file = join(folder, "bundle.zip");
    for await (const piece of zip.stream()) writeFileSync(file, piece, { flag: "a" });
    execFileSync("unzip", ["-q", file, "-d", folder]);
    const startedAtMs = performance.now();
    const result = await verifyFile(file);
    const ours = (performance.now() - startedAtMs) / 1_000;
    if (!result?.isSound) throw new Error(`the bundle is not sound: ${result?.findings[0]?.code}`);
    const theirs = secondsOf(folder, "cd keepleaf-* && sha256sum -c --quiet manifest-sha256.txt");
    return { bytes: zip.size, ours, theirs };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const fontFile = createRequire(import.meta.url).resolve(
  "@expo-google-fonts/noto-sans-tc/400Regular/NotoSansTC_400Regular.ttf",
);

function never(): never {
  throw new TypeError("a large case has items");
}

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
