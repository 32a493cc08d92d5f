/** Looks at chosen files one after the other, and tells which of them are here already or were chosen twice. */
import { importedDigests } from "../../../src/evidence/imports/keep-imports.ts";
import { importLimits } from "../../../src/evidence/imports/import-limits.ts";
import {
  type ChosenFile,
  type Look,
  lookAtFile,
  type Looking,
} from "../../../src/evidence/imports/look-at-file.ts";
import type { EvidenceItem } from "../../../src/evidence/evidence-item.ts";

export interface LookingAtMany extends Looking {
  /** Of the case. */
  items: readonly EvidenceItem[];
  /** Looked at before and still on the screen. */
  before: readonly Look[];
  onLook: (done: number) => void;
}

/** Pictures are decoded beside each other; more at once would only lie in memory. */
const together = 4;

/** In the order they were chosen; the first of two equal ones is taken. */
export async function lookAtFiles(looking: LookingAtMany, files: readonly ChosenFile[]): Promise<Look[]> {
  const tooMany = refuseWhole(files, looking.before.length);
  if (tooMany) return tooMany;
  const here = importedDigests(looking.items);
  const seen = new Set(looking.before.flatMap((look) => digestOf(look) ?? []));
  const looks: Look[] = [];
  for (let at = 0; at < files.length; at += together) {
    const found = await Promise.all(files.slice(at, at + together).map((file) => lookAtFile(looking, file)));
    for (const look of found) looks.push(repeated(look, { here, seen }));
    looking.onLook(looks.length);
  }
  return looks;
}

/** More than can be taken at once: none of them is looked at. */
function refuseWhole(files: readonly ChosenFile[], already: number): Look[] | null {
  const bytes = files.reduce((sum, { blob }) => sum + blob.size, 0);
  const refused = (code: "too-many" | "too-large") =>
    files.slice(0, 1).map((chosen): Look => {
      return { kind: "refused", chosen, code, detail: String(importLimits.files) };
    });
  if (files.length + already > importLimits.files) return refused("too-many");
  return bytes > importLimits.totalBytes ? refused("too-large") : null;
}

interface Known {
  here: ReadonlyMap<string, number>;
  seen: Set<string>;
}

function repeated(look: Look, { here, seen }: Known): Look {
  const digest = digestOf(look);
  if (digest === null) return look;
  const number = here.get(digest);
  const { chosen } = look;
  if (number !== undefined) return { kind: "refused", chosen, code: "already-here", detail: String(number) };
  if (seen.has(digest)) return { kind: "refused", chosen, code: "chosen-twice", detail: "" };
  seen.add(digest);
  return look;
}

function digestOf(look: Look): string | null {
  if (look.kind === "chat") return look.text.sha256;
  return look.kind === "file" ? look.sha256 : null;
}
