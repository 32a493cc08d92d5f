/** Checks the packed bundle with the code everybody has, and prints what it holds. */
import { findingSentence } from "../src/verify/finding.ts";
import type { ItemSummary } from "../src/verify/verification.ts";
import { languages, say } from "../src/words/say.ts";
import type { PackedBundle } from "./browser/pack-case.ts";
import { tableLines } from "./lay-out-table.ts";
import { inBoth, inOneLine, tell } from "./say-both.ts";
import { verifyFile } from "./verify-file.ts";

/** True only when the bundle is sound and its seal is the one the screen showed. */
export async function printBundle(packed: PackedBundle): Promise<boolean> {
  const checked = await verifyFile(packed.file);
  if (!checked) throw new Error(`there is no bundle at ${packed.file}`);
  const { isSound, findings, items, seal } = checked;
  const rows = [heads(), ...items.map(rowOf)];
  for (const line of tableLines(rows)) console.log(line);
  tell("command.bundle-at", { file: packed.file });
  tell("command.seal", { seal: seal ?? inBoth("command.no-value") });
  const isSameSeal = seal !== null && packed.seal === seal;
  if (isSound && isSameSeal) {
    tell("command.bundle-sound");
    return true;
  }
  tell("command.bundle-broken");
  if (!isSameSeal) tell("command.seal-differs", { seal: packed.seal });
  for (const language of languages) {
    for (const finding of findings) console.log(`- ${findingSentence(language, finding)}`);
  }
  return false;
}

function heads(): string[] {
  return [
    inOneLine("command.column-url"),
    inOneLine("command.column-title"),
    inOneLine("command.column-poster"),
    inOneLine("command.column-time"),
    inOneLine("command.column-frames"),
    inOneLine("command.column-verdict"),
  ];
}

function rowOf(item: ItemSummary): string[] {
  const missing = inOneLine("command.no-value");
  const verdict = languages.map((language) => say(language, `verdict.${item.verdict}`)).join(" ");
  return [
    item.url,
    item.title,
    item.poster ?? missing,
    item.postedAt ?? missing,
    String(item.frames),
    verdict,
  ];
}
