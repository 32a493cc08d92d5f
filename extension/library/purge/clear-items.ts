/** Clears items one after the other, each with its line in the log and its proof, and says how many. */
import { deleteItem, type DeletionReason } from "../../../src/evidence/delete-item.ts";
import type { EvidenceItem } from "../../../src/evidence/evidence-item.ts";
import type { LibraryPorts } from "../library-ports.ts";
import type { Library } from "../use-library.ts";

interface Clearing {
  library: Library;
  ports: LibraryPorts;
}

export function clearItems(
  { library, ports }: Clearing,
  items: readonly EvidenceItem[],
  reason: DeletionReason,
): void {
  void library.attempt(async () => {
    try {
      for (const { id } of items) await deleteItem(ports, id, reason);
      library.show({ screen: "timeline", cleared: items.map(({ number }) => number) });
    } finally {
      // Some may be gone where another could not be cleared: the screen shows what is there.
      await ports.writeLedger();
      await library.reload();
    }
  });
}
