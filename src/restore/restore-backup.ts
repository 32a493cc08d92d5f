/** Brings a backup back into a store, empty or not: its log is followed line by line, so that everything is as it was. */
import type { Clock } from "../base/clock.ts";
import { follow, headAfter, logLine } from "../custody/custody-chain.ts";
import type { CustodyEntry } from "../custody/custody-entry.ts";
import { upgradeCase } from "../evidence/case-file.ts";
import type { EvidenceStore } from "../evidence/evidence-store.ts";
import { followingLog, recordCustody } from "../evidence/record-custody.ts";
import type { BackedUpItem, Backup } from "./read-backup.ts";

export interface RestoringPorts {
  store: EvidenceStore;
  clock: Clock;
  newId(): string;
}

export type Restoring =
  | {
      kind: "restored";
      /** Numbers of the items that are back. */
      items: number[];
      /** Folders that could not be brought back, because something of them is missing or damaged. */
      damaged: string[];
      /** Already here before. */
      alreadyHere: number;
      isLogWhole: boolean;
      /** Codes of other cases that are called the same. */
      sameCode: boolean;
    }
  /** This device has another history of the same case from this line of the log on; nothing was written. */
  | { kind: "conflict"; line: number; onlyInBackup: string[] };

/** @throws Failure `storage-full`, `storage-failed`: what was brought back until then stays */
export async function restoreBackup(ports: RestoringPorts, backup: Backup, seal: string): Promise<Restoring> {
  const { store } = ports;
  const { record, log } = backup;
  const cases = await store.listCases();
  const isHere = cases.some(({ id }) => id === record.case.id);
  const here = isHere ? await store.readLog(record.case.id) : [];
  const fork = forkOf(here, log);
  const before = isHere ? await store.listItems(record.case.id) : [];
  const known = new Set(before.map(({ item }) => item.id));
  const missing = backup.items.filter(({ item }) => !known.has(item.id));
  if (fork !== null)
    return { kind: "conflict", line: fork, onlyInBackup: missing.map(({ folder }) => folder) };
  const replay: Replay = { ports, backup, back: [], damaged: [...backup.damaged] };
  for (const entry of log.slice(here.length)) await replayLine(replay, entry);
  await keepUnlogged(replay, known);
  await tell(replay, seal);
  return {
    kind: "restored",
    items: replay.back,
    damaged: [...new Set(replay.damaged)].sort(),
    alreadyHere: known.size,
    isLogWhole: backup.isLogWhole,
    sameCode: cases.some(({ id, code }) => id !== record.case.id && code === record.case.code),
  };
}

/** The first line, from 1, at which two logs differ; null when one is the beginning of the other. */
export function forkOf(one: readonly CustodyEntry[], other: readonly CustodyEntry[]): number | null {
  const shared = Math.min(one.length, other.length);
  for (let index = 0; index < shared; index += 1) {
    const [left, right] = [one[index], other[index]];
    if (left && right && logLine(left) !== logLine(right)) return index + 1;
  }
  return null;
}

interface Replay {
  ports: RestoringPorts;
  backup: Backup;
  back: number[];
  damaged: string[];
}

async function replayLine(replay: Replay, entry: CustodyEntry): Promise<void> {
  const { ports, backup } = replay;
  const { store } = ports;
  if (entry.sequence === 0) return store.addCase(upgradeCase(backup.record.case), entry);
  switch (entry.action) {
    case "item.kept":
    case "item.imported":
      return keepAgain(replay, entry);
    case "item.read-back": {
      const itemId = String(entry.facts["itemId"]);
      const stored = await store.readItem(itemId);
      return stored
        ? store.markReadBack(itemId, { at: entry.at, checksums: null }, entry)
        : store.appendLog(entry);
    }
    case "fact.added":
    case "fact.corrected":
    case "fact.withdrawn": {
      const fact = backup.facts.find(({ id }) => id === entry.facts["factId"]);
      return fact ? store.addFact(fact, entry) : store.appendLog(entry);
    }
    default:
      return store.appendLog(entry);
  }
}

/**
 * An item that was deleted later, or is damaged in the backup, has its line and nothing else; so has the second line of
 * one that was deleted and came back. Bringing back never deletes: a line that tells of it is only written.
 */
async function keepAgain(replay: Replay, entry: CustodyEntry): Promise<void> {
  const { store, newId } = replay.ports;
  const found = replay.backup.items.find(({ sha256 }) => sha256 === entry.facts["itemSha256"]);
  const isHere = found !== undefined && (await store.readItem(found.item.id)) !== null;
  const files = found && !isHere ? await wholeFiles(replay, found) : null;
  if (!found || !files) return store.appendLog(entry);
  await store.keepItem({ item: found.item, files, entry, captureId: newId() });
  replay.back.push(found.item.number);
}

async function wholeFiles(
  replay: Replay,
  { files, folder }: BackedUpItem,
): Promise<Map<string, Blob> | null> {
  const whole = await files();
  if (!whole) replay.damaged.push(folder);
  return whole;
}

/** Items whose lines lie behind the place where the log of the backup breaks: they get lines of their own. */
async function keepUnlogged(replay: Replay, known: ReadonlySet<string>): Promise<void> {
  const { ports, backup } = replay;
  for (const found of backup.items) {
    const { item, folder, sha256 } = found;
    if (known.has(item.id) || replay.back.includes(item.number) || replay.damaged.includes(folder)) continue;
    const files = await wholeFiles(replay, found);
    if (!files) continue;
    const at = ports.clock.now();
    const facts = { itemId: item.id, number: item.number, itemSha256: sha256, restored: true };
    await followingLog(ports.store, item.caseId, async (head, actor) => {
      const entry = follow(head, { caseId: item.caseId, at, actor, action: "item.kept", facts });
      await ports.store.keepItem({ item, files, entry, captureId: ports.newId() });
      const read = follow(await headAfter(entry), {
        caseId: item.caseId,
        at,
        actor,
        action: "item.read-back",
        facts,
      });
      await ports.store.markReadBack(item.id, { at, checksums: null }, read);
    });
    replay.back.push(item.number);
  }
}

async function tell({ ports, backup, back, damaged }: Replay, seal: string): Promise<void> {
  const { record } = backup;
  const facts = { seal, name: record.bag, items: back.length, damaged: damaged.length };
  await recordCustody(ports.store, {
    caseId: record.case.id,
    at: ports.clock.now(),
    action: "bundle.imported",
    facts,
  });
}
