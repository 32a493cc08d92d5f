/** Reads the words after `npm start --`: all of them are understood, or every misunderstanding is named. */
import { mkdirSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { type Recipient, recipients } from "../src/bundle/recipient.ts";
import type { AboutAge } from "../src/evidence/case-file.ts";
import { inBoth } from "./say-both.ts";

/** A page to keep; `savedAt` is the saved file that stands in for the live page at `address`. */
export interface PageToKeep {
  address: string;
  savedAt: string | null;
}

export interface StartPlan {
  pages: PageToKeep[];
  about: AboutAge;
  recipient: Recipient;
  outFolder: string;
  isHeadless: boolean;
}

export type Understanding = { kind: "plan"; plan: StartPlan } | { kind: "refused"; reasons: string[] };

interface Reading {
  /** The folder the person stands in: relative paths start here. */
  folder: string;
  rest: string[];
  plan: StartPlan;
  ages: Set<AboutAge>;
  reasons: string[];
}

export function readArguments(words: readonly string[], calledFrom: string): Understanding {
  const reading: Reading = {
    folder: calledFrom,
    rest: [...words],
    plan: {
      pages: [],
      about: "unknown",
      recipient: "police",
      outFolder: resolve(calledFrom, "out"),
      isHeadless: false,
    },
    ages: new Set(),
    reasons: [],
  };
  for (let word = reading.rest.shift(); word !== undefined; word = reading.rest.shift())
    readWord(reading, word);
  if (reading.ages.size > 1) reading.reasons.push(inBoth("command.two-ages"));
  reading.plan.about = [...reading.ages][0] ?? "unknown";
  checkOutFolder(reading);
  const { reasons, plan } = reading;
  return reasons.length > 0
    ? { kind: "refused", reasons: [...reasons, inBoth("command.help")] }
    : { kind: "plan", plan };
}

function readWord(reading: Reading, word: string): void {
  switch (word) {
    case "--adult":
    case "--minor":
      reading.ages.add(word === "--adult" ? "adult" : "minor");
      return;
    case "--headless":
      reading.plan.isHeadless = true;
      return;
    case "--recipient":
      readRecipient(reading);
      return;
    case "--out":
      reading.plan.outFolder = resolve(reading.folder, valueAfter(reading, word) ?? ".");
      return;
    case "--page":
      readPage(reading);
      return;
    case "--as":
      reading.reasons.push(
        inBoth("command.address-without-page", { address: valueAfter(reading, word) ?? "" }),
      );
      return;
    default:
      readAddress(reading, word);
  }
}

function readAddress(reading: Reading, word: string): void {
  if (word.startsWith("-")) reading.reasons.push(inBoth("command.unknown-flag", { flag: word }));
  else if (isWebAddress(word)) reading.plan.pages.push({ address: word, savedAt: null });
  else reading.reasons.push(inBoth("command.not-an-address", { word }));
}

function readPage(reading: Reading): void {
  const file = valueAfter(reading, "--page");
  if (file === null) return;
  const savedAt = resolve(reading.folder, file);
  if (!isFile(savedAt)) reading.reasons.push(inBoth("command.file-missing", { file }));
  if (reading.rest[0] !== "--as") {
    reading.reasons.push(inBoth("command.page-without-address", { file }));
    return;
  }
  reading.rest.shift();
  const address = valueAfter(reading, "--as");
  if (address === null) return;
  if (isWebAddress(address)) reading.plan.pages.push({ address, savedAt });
  else reading.reasons.push(inBoth("command.not-an-address", { word: address }));
}

function readRecipient(reading: Reading): void {
  const value = valueAfter(reading, "--recipient");
  const recipient = recipients.find((known) => known === value);
  if (recipient) reading.plan.recipient = recipient;
  else if (value !== null) reading.reasons.push(inBoth("command.unknown-recipient", { value }));
}

/** The word after a flag; null, and a reason, when there is none. */
function valueAfter(reading: Reading, flag: string): string | null {
  const value = reading.rest[0];
  if (value === undefined || value.startsWith("--")) {
    reading.reasons.push(inBoth("command.value-missing", { flag }));
    return null;
  }
  reading.rest.shift();
  return value;
}

function checkOutFolder(reading: Reading): void {
  const folder = reading.plan.outFolder;
  if (reading.reasons.length > 0) return;
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    reading.reasons.push(inBoth("command.out-not-a-folder", { folder }));
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function isWebAddress(word: string): boolean {
  return URL.canParse(word) && ["http:", "https:"].includes(new URL(word).protocol);
}
