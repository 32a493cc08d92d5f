/** Opens the one store of this browser profile. */
import type { EvidenceStore } from "../../src/evidence/evidence-store.ts";
import { openDatabase } from "./database.ts";
import { IdbEvidenceStore } from "./idb-evidence-store.ts";
import { storageFailure } from "./storage-failure.ts";

let opened: Promise<EvidenceStore> | null = null;

/** The same store for everyone in this context. @throws Failure `storage-failed` when the database cannot be opened */
export function openStore(): Promise<EvidenceStore> {
  opened ??= openDatabase().then(
    (database) => new IdbEvidenceStore(database),
    (error: unknown) => {
      opened = null;
      throw storageFailure(error);
    },
  );
  return opened;
}
