/** Edits a bundle as a forger would: every list written anew, packed in exactly our container. */
import { expect } from "vitest";
import { canonicalJson } from "../../../src/base/canonical-json.ts";
import { sha256Hex } from "../../../src/base/digest.ts";
import { packBundle } from "../../../src/bundle/pack-bundle.ts";
import type { Recipient } from "../../../src/bundle/recipient.ts";
import { logLine } from "../../../src/custody/custody-chain.ts";
import { CustodyEntry } from "../../../src/custody/custody-entry.ts";
import type { FindingCode } from "../../../src/verify/finding.ts";
import type { Verification } from "../../../src/verify/verification.ts";
import { verifyBundle } from "../../../src/verify/verify-bundle.ts";
import {
  type BagContents,
  bagContents,
  containerOf,
  putText,
  relist,
  textIn,
} from "../bundle/bag-contents.ts";
import { type CaseSketch, packInput, rewrittenLog, sampleCase } from "../bundle/sample-case.ts";

export const capture = "data/captures/c0001/capture.json";
export const record = "data/case.json";
export const log = "data/custody/log.jsonl";
const info = "bag-info.txt";

export type ForgeryRow = [
  what: string,
  edit: (bag: BagContents) => void | Promise<void>,
  code: FindingCode,
  sketch?: Forgery,
];

export interface Forgery extends CaseSketch {
  recipient?: Recipient;
}

/** Edits a bundle, writes all lists anew, and packs it in exactly our container. */
export async function forged(
  edit: (bag: BagContents) => void | Promise<void>,
  forgery: Forgery = {},
): Promise<Verification> {
  return verifyBundle(await forgedZip(edit, forgery));
}

export async function forgedZip(
  edit: (bag: BagContents) => void | Promise<void>,
  { recipient = "self", ...sketch }: Forgery = {},
): Promise<Blob> {
  const bag = await bagContents((await packBundle(packInput(await sampleCase(sketch), recipient))).zip);
  await edit(bag);
  await relist(bag);
  return containerOf(bag);
}

export function replaceIn(path: string, from: string, to: string): (bag: BagContents) => void {
  return (bag) => {
    expect(textIn(bag, path)).toContain(from);
    putText(bag, path, textIn(bag, path).replace(from, to));
  };
}

export function drop(...paths: readonly string[]): (bag: BagContents) => void {
  return (bag) => {
    for (const path of paths) expect(bag.files.delete(path)).toBe(true);
  };
}

export const png = new Uint8Array(Buffer.from("iVBORw0KGgo=", "base64"));

export function editLines(bag: BagContents, edit: (lines: string[]) => string[]): void {
  const lines = textIn(bag, log).trimEnd().split("\n");
  putText(
    bag,
    log,
    edit(lines)
      .map((line) => `${line}\n`)
      .join(""),
  );
}

export async function rewriteLog(
  bag: BagContents,
  edit: (entry: CustodyEntry) => CustodyEntry,
): Promise<void> {
  const lines = textIn(bag, log).trimEnd().split("\n");
  const entries = await rewrittenLog(lines.map((line) => edit(CustodyEntry.parse(JSON.parse(line)))));
  editLines(bag, () => entries.map(logLine));
}

export async function dropSecondItem(bag: BagContents): Promise<void> {
  for (const path of [...bag.files.keys()])
    if (path.startsWith("data/captures/c0002/")) bag.files.delete(path);
  const stated = JSON.parse(textIn(bag, record));
  putText(bag, record, canonicalJson({ ...stated, items: stated.items.slice(0, 1) }));
}

export function moveItem(bag: BagContents): void {
  for (const [path, bytes] of [...bag.files]) {
    if (!path.startsWith("data/captures/c0002/")) continue;
    bag.files.delete(path);
    bag.files.set(path.replace("c0002", "c0003"), bytes);
  }
}

export function appendTo(bag: BagContents, path: string): void {
  bag.files.set(
    path,
    new Uint8Array(Buffer.concat([bag.files.get(path) ?? png, Buffer.from("second picture")])),
  );
}

/** Edits an item and makes everything inside the bundle agree: lists, case.json, the log and its head. */
export async function forgeItemThroughout(
  bag: BagContents,
  edit: (json: string) => string,
  path = capture,
): Promise<void> {
  const before = textIn(bag, path);
  const after = edit(before);
  expect(after).not.toBe(before);
  const [was, is] = [await sha256Hex(before), await sha256Hex(after)];
  putText(bag, path, after);
  putText(bag, record, textIn(bag, record).replace(was, is));
  await rewriteLog(bag, (entry) =>
    entry.facts["itemSha256"] === was ? { ...entry, facts: { ...entry.facts, itemSha256: is } } : entry,
  );
  const head = await sha256Hex(textIn(bag, log).trimEnd().split("\n").at(-1) ?? "");
  putText(bag, info, textIn(bag, info).replace(/(?<=Custody-Log-Head: )\w+/, head));
}
