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

/** Decodes PNG only, as strictly as a browser does. */
export function looking(isMasked: boolean): Looking {
  return {
    isMasked,
    measure: async (blob) => {
      try {
        const { width, height } = PNG.sync.read(Buffer.from(await blob.arrayBuffer()));
        return { width, height };
      } catch {
        return null;
      }
    },
  };
}
