/** Deleting one item: the way back first, the warning plain, the fact of it kept in the log. */
import { useState } from "preact/hooks";
import type { StoredItem } from "../../src/evidence/evidence-store.ts";
import { useWords } from "../interface/words.ts";
import type { LibraryContents } from "./library-contents.ts";
import type { LibraryPorts } from "./library-ports.ts";
import { ClearDialog } from "./purge/clear-dialog.tsx";
import { clearItems } from "./purge/clear-items.ts";
import { whatClears } from "./purge/what-clears.ts";
import type { Library } from "./use-library.ts";

interface DeleteItemProps {
  stored: StoredItem;
  library: Library;
  contents: LibraryContents;
  ports: LibraryPorts;
}

export function DeleteItem({ stored, library, contents, ports }: DeleteItemProps) {
  const { t } = useWords();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <button type="button" class="btn remove" data-action="delete" onClick={() => setIsAsking(true)}>
        {t("delete.open")}
      </button>
      {isAsking && (
        <ClearDialog
          clears={whatClears(contents, [stored])}
          onKeep={() => setIsAsking(false)}
          onClear={(reason) => {
            setIsAsking(false);
            clearItems({ library, ports }, [stored.item], reason);
          }}
        />
      )}
    </>
  );
}
