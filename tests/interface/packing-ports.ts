/** What packing from the library needs, without threads: every step on this one, with a key and the whole font. */
import { bagStep } from "../../extension/library/bag-step.ts";
import { reportStep, sheetStep } from "../../extension/library/document-steps.ts";
import { judgeStep, openStep } from "../../extension/library/judge-steps.ts";
import { listStep } from "../../extension/library/list-step.ts";
import { lockStep } from "../../extension/library/lock-step.ts";
import { measuringAlone } from "../../extension/library/measuring.ts";
import { readStep } from "../../extension/library/part-step.ts";
import {
  sealCase,
  type SealingOrder,
  type SealingSteps,
  type SealingWatch,
} from "../../extension/library/seal-case.ts";
import type { Recipient } from "../../src/bundle/recipient.ts";
import { makeSigner, newKey } from "../fakes/signing-key.ts";
import { wholeFont } from "../src/bundle/whole-font.ts";
import type { KeptCase } from "./kept-case.ts";

const tool = { extensionVersion: "0.1.0", buildId: "0.1.0+test" };

export function packing({ store, clock }: KeptCase) {
  const ledgers: number[] = [];
  const writeLedger = async () => {
    ledgers.push(await store.countItems());
  };
  const seal = async (order: SealingOrder, watch: SealingWatch) => {
    const means = {
      readFile: (itemId: string, name: string) => store.readFile(itemId, name),
      signer: await makeSigner(await newKey()),
      font: wholeFont,
      ...measuringAlone,
    };
    const steps: SealingSteps = {
      lists: (given) => listStep(means, given),
      report: (subject) => reportStep(means.font, subject),
      bag: (given, watched) => bagStep(means, given, watched),
      open: (zip, watched) => openStep(zip, watched),
      read: (given, watched) => readStep(means.openDigest, given, watched),
      judge: (given, watched) => judgeStep(given, watched),
      sheet: (given) => sheetStep(means, given),
      lock: (given) => lockStep(means.openDigest, given),
    };
    return sealCase(steps, order, watch);
  };
  const randomNumbers = (count: number) => new Uint16Array(count).fill(7);
  const random = { randomHex: () => "7c4190", randomNumbers };
  const ports = {
    store,
    clock,
    tool,
    ...random,
    writeLedger,
    sealCase: seal,
  };
  return { ports, ledgers };
}

export function wish({ caseFile }: KeptCase, recipient: Recipient = "police") {
  const all = { leftItems: new Set<string>(), isLocked: false };
  return { caseFile, recipient, ...all, signal: new AbortController().signal, onProgress: () => undefined };
}
