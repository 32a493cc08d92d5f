/** Wrong passphrases: how long one waits, and which log they are written to, when, and how often. */
import { expect, it } from "vitest";
import { wrongTryLog } from "../../extension/library/wrong-try-log.ts";
import { sha256Hex } from "../../src/base/digest.ts";
import { waitAfterMs, WrongTries } from "../../src/bundle/wrong-tries.ts";
import type { CustodyEntry } from "../../src/custody/custody-entry.ts";
import { recordCustody } from "../../src/evidence/record-custody.ts";
import { type KeptCase, keptCase } from "./kept-case.ts";

const file = new Blob(["a locked file"]);
const seal = "ab".repeat(32);

it("the first five tries are free; then the wait doubles from 5 s to 5 min and stays there", () => {
  const waits = Array.from({ length: 15 }, (_, tries) => waitAfterMs(tries) / 1_000);
  expect(waits).toEqual([0, 0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 300, 300, 300, 300]);
  expect(waitAfterMs(10_000)).toBe(300_000);
});

it("each file has its own tries, and the wait runs out", () => {
  const tries = new WrongTries();
  for (let time = 0; time < 6; time += 1) tries.add("one", 1_000);
  tries.add("other", 1_000);
  expect([tries.waitMs("one", 1_000), tries.waitMs("one", 10_999)]).toEqual([10_000, 1]);
  expect([tries.waitMs("one", 11_000), tries.waitMs("other", 1_000), tries.waitMs("new", 0)]).toEqual([
    0, 0, 0,
  ]);
});

async function pack({ store, clock, caseFile }: KeptCase, facts: CustodyEntry["facts"]): Promise<void> {
  const told = { recipient: "self", name: "keepleaf-test.zip", files: 3, locked: true, ...facts };
  await recordCustody(store, { caseId: caseFile.id, at: clock.now(), action: "bundle.packed", facts: told });
}

async function logged({ store, caseFile }: KeptCase): Promise<CustodyEntry["facts"][]> {
  const log = await store.readLog(caseFile.id);
  return log.flatMap(({ action, facts }) => (action === "unlock.failed" ? [facts] : []));
}

function logOf({ store, clock }: KeptCase) {
  return wrongTryLog({ store, clock, writeLedger: async () => undefined });
}

it("a file that was packed here is known at once: each try is a line of its case, and nothing that was typed", async () => {
  const kept = await keptCase();
  await pack(kept, { seal, lockedSha256: await sha256Hex(file) });
  const [tries, log] = [new WrongTries(), logOf(kept)];
  for (let time = 0; time < 2; time += 1) {
    tries.add("salt", 0);
    await tries.tell("salt", (count) => log.atOnce(file, count));
  }
  const line = { name: "keepleaf-test.zip", seal, tries: 1 };
  expect(await logged(kept)).toEqual([line, line]);
  // Opened in the end: they are told already.
  await tries.tell("salt", (count) => log.bySeal(seal, count));
  expect(await logged(kept)).toHaveLength(2);
});

it("one packed before its digest was noted is known by its seal, once it is open: how many tries came before", async () => {
  const kept = await keptCase();
  await pack(kept, { seal });
  const [tries, log] = [new WrongTries(), logOf(kept)];
  for (let time = 0; time < 3; time += 1) {
    tries.add("salt", 0);
    await tries.tell("salt", (count) => log.atOnce(file, count));
  }
  expect(await logged(kept)).toEqual([]);
  await tries.tell("salt", (count) => log.bySeal("cd".repeat(32), count));
  expect(await logged(kept)).toEqual([]);
  await tries.tell("salt", (count) => log.bySeal(seal, count));
  expect(await logged(kept)).toEqual([{ name: "keepleaf-test.zip", seal, tries: 3 }]);
});

it("one that nobody here knows waits until it is brought back; told at the same time, it is told once", async () => {
  const kept = await keptCase();
  await pack(kept, { seal: "cd".repeat(32), lockedSha256: "cd".repeat(32) });
  const [tries, log] = [new WrongTries(), logOf(kept)];
  tries.add("salt", 0);
  tries.add("salt", 0);
  const back = { caseId: kept.caseFile.id, name: "keepleaf-back", seal };
  await Promise.all([
    tries.tell("salt", (count) => log.atOnce(file, count)),
    tries.tell("salt", (count) => log.restored(back, count)),
    tries.tell("salt", (count) => log.restored(back, count)),
  ]);
  expect(await logged(kept)).toEqual([{ name: "keepleaf-back", seal, tries: 2 }]);
});

it("where the log cannot be written the tries are kept for the next time", async () => {
  const kept = await keptCase();
  const [tries, log] = [new WrongTries(), logOf(kept)];
  const back = { caseId: kept.caseFile.id, name: "keepleaf-back", seal };
  tries.add("salt", 0);
  await tries.tell("salt", async () => {
    throw new Error("the disk is full");
  });
  await tries.tell("salt", (count) => log.restored(back, count));
  expect(await logged(kept)).toEqual([{ name: "keepleaf-back", seal, tries: 1 }]);
});
