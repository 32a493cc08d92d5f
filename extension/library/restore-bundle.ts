/** Restoring from the library: reads the file, follows its log, and says what came of it. */
import { newId } from "../device/random.ts";
import { readBackup } from "../../src/restore/read-backup.ts";
import { restoreBackup } from "../../src/restore/restore-backup.ts";
import type { LibraryPorts } from "./library-ports.ts";
import type { RestoreOutcome } from "./restore-panel.tsx";

type Ports = Pick<LibraryPorts, "store" | "clock" | "writeLedger">;

/** What failed half way is told: what was brought back until then stays. */
export async function restoreBundle(ports: Ports, zip: Blob, seal: string): Promise<RestoreOutcome> {
  try {
    const reading = await readBackup(zip);
    if (reading.kind !== "read") return { kind: "refused" };
    const { store, clock } = ports;
    const outcome = await restoreBackup({ store, clock, newId }, reading.backup, seal);
    await ports.writeLedger();
    return outcome.kind === "restored" ? { ...outcome, caseId: reading.backup.record.case.id } : outcome;
  } catch {
    return { kind: "failed" };
  }
}
