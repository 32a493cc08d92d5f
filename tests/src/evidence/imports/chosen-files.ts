/** Files as somebody would choose them: exports of other people (tests/chats/exports), drawn shapes, and bad ones. */
import { readFileSync } from "node:fs";
import { PNG } from "pngjs";
import type { ChosenFile, Looking } from "../../../../src/evidence/imports/look-at-file.ts";
import { type RawEntry, rawZip } from "../../verify/raw-zip.ts";

export function chosen(name: string, content: string | Uint8Array | Blob, changedAtMs = 0): ChosenFile {
  const blob = content instanceof Blob ? content : new Blob([new Uint8Array(Buffer.from(content))]);
  return { name, changedAtMs, blob };
}

export function exported(name: string): ChosenFile {
  const bytes = readFileSync(new URL(`../../../chats/exports/${name}`, import.meta.url));
  return chosen(name, bytes, Date.UTC(2026, 10, 20, 14, 58));
}

export function zipped(name: string, entries: readonly RawEntry[]): ChosenFile {
  return chosen(name, rawZip(entries));
}

/** One colour, `width` by `height`. */
export function drawnShape(width = 24, height = 40): Uint8Array {
  const png = new PNG({ width, height });
  png.data.fill(0x7f);
  return new Uint8Array(PNG.sync.write(png));
}

/** As phones write their screenshots: no alpha, with a remark of the camera's program. */
export function screenshot(width = 24, height = 40): Uint8Array {
  const png = new PNG({ width, height, colorType: 2, inputColorType: 6 });
  png.data.fill(0x7f);
  return new Uint8Array(PNG.sync.write(png, { colorType: 2 }));
}

/** One grey point; of our own making. */
export const greyJpeg = new Uint8Array(
  Buffer.from(
    "/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==",
    "base64",
  ),
);

function jpegIn(bytes: ArrayBuffer): boolean {
  return Buffer.from(bytes).equals(Buffer.from(greyJpeg));
}

/** Decodes PNG only and the one JPEG above, as strictly as a browser does. */
export function looking(isMasked: boolean): Looking {
  return {
    isMasked,
    measure: async (blob) => {
      try {
        const { width, height } = PNG.sync.read(Buffer.from(await blob.arrayBuffer()));
        return { width, height };
      } catch {
        return jpegIn(await blob.arrayBuffer()) ? { width: 1, height: 1 } : null;
      }
    },
  };
}
