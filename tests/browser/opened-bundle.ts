/** A bundle as its reader gets it: unpacked by another program, and read from the disk. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, openAsBlob, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PNG } from "pngjs";
import { type PackedBundle, packCase } from "../../commands/browser/pack-case.ts";
import type { Recipient } from "../../src/bundle/recipient.ts";
import { EvidenceItem, pictureOf } from "../../src/evidence/evidence-item.ts";
import type { Verification } from "../../src/verify/verification.ts";
import { verifyBundle } from "../../src/verify/verify-bundle.ts";
import { decodedPicture } from "./decoded-pictures.ts";
import type { InBrowser } from "./in-browser.ts";

export interface OpenedItem {
  item: EvidenceItem;
  /** Frames in the order of `item.picture.frames`; long pages have more than fit in memory at once. */
  readonly frames: PNG[];
  /** One of them, by its place in that order. */
  frameAt(place: number): PNG;
  /** Strips of the document, from top to bottom. */
  readonly tiles: PNG[];
  tileAt(place: number): PNG;
  read(file: string): string;
}

export interface OpenedBundle {
  zip: string;
  /** What the screen said. */
  seal: string;
  /** The bag's own folder. */
  folder: string;
  verification: Verification;
  items: OpenedItem[];
}

/** Packs through the library page, unpacks with `unzip`, verifies with our own code. */
export async function packAndOpen(
  inBrowser: InBrowser,
  recipient: Recipient = "police",
): Promise<OpenedBundle> {
  const packed = await packCase(inBrowser.keepleaf, recipient, inBrowser.folder);
  if (!packed) throw new Error("the library did not show a packed bundle");
  return await openPacked(packed, inBrowser.folder);
}

/** Unpacks a bundle below `into` and verifies it. */
export async function openPacked(packed: PackedBundle, into: string): Promise<OpenedBundle> {
  const verification = await verifyBundle(await openAsBlob(packed.file));
  const folder = unpack(packed.file, into);
  const captures = join(folder, "data", "captures");
  const items = readdirSync(captures)
    .sort()
    .map((name) => openItem(join(captures, name)));
  return { zip: packed.file, seal: packed.seal, folder, verification, items };
}

function unpack(zip: string, folder: string): string {
  const into = mkdtempSync(join(folder, "bag-"));
  execFileSync("unzip", ["-q", zip, "-d", into]);
  const [bag = ""] = readdirSync(into);
  return join(into, bag);
}

function openItem(folder: string): OpenedItem {
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  const item = EvidenceItem.parse(JSON.parse(read("capture.json")));
  const framed = item.picture?.frames ?? [];
  const tiled = pictureOf(item)?.surfaces[0]?.tiles ?? [];
  const open = (named?: { file: string }) => decodedPicture(join(folder, named?.file ?? ""));
  return {
    item,
    read,
    frameAt: (place) => open(framed[place]),
    tileAt: (place) => open(tiled[place]),
    get frames() {
      return framed.map(open);
    },
    get tiles() {
      return tiled.map(open);
    },
  };
}

/** Runs a program of somebody else in a folder; what it said and whether it was content. */
export function judge(folder: string, command: string): { isContent: boolean; said: string } {
  const ended = spawnSync("bash", ["-c", command], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
  });
  return { isContent: ended.status === 0, said: `${ended.stdout}${ended.stderr}` };
}
