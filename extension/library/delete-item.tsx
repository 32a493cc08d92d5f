/** Deleting one item: the way back first, the warning plain, the fact of it kept in the log. */
import { useState } from "preact/hooks";
import { deleteItem } from "../../src/evidence/delete-item.ts";
import type { EvidenceItem } from "../../src/evidence/evidence-item.ts";
import { ModalDialog } from "../interface/modal-dialog.tsx";
import { useWords } from "../interface/words.ts";
import type { LibraryPorts } from "./library-ports.ts";
import type { Library } from "./use-library.ts";

interface DeleteItemProps {
  item: EvidenceItem;
  library: Library;
  ports: LibraryPorts;
}

export function DeleteItem({ item, library, ports }: DeleteItemProps) {
  const { t } = useWords();
  const [isAsking, setIsAsking] = useState(false);
  const remove = () => {
    setIsAsking(false);
    void library.attempt(async () => {
      await deleteItem(ports, item.id, "by the person at the screen");
      await ports.writeLedger();
      library.show({ screen: "timeline", deletedNumber: item.number });
      await library.reload();
    });
  };
  return (
    <>
      <button type="button" class="btn remove" data-action="delete" onClick={() => setIsAsking(true)}>
        {t("delete.open")}
      </button>
      {isAsking && <DeleteDialog number={item.number} onKeep={() => setIsAsking(false)} onRemove={remove} />}
    </>
  );
}

interface DeleteDialogProps {
  number: number;
  onKeep: () => void;
  onRemove: () => void;
}

function DeleteDialog({ number, onKeep, onRemove }: DeleteDialogProps) {
  const { t } = useWords();
  return (
    <ModalDialog title={t("delete.title", { number })} onClose={onKeep}>
      {(close) => (
        <>
          <ul>
            <li>{t("delete.gone-here")}</li>
            <li>{t("delete.files-stay")}</li>
            <li>{t("delete.log-stays")}</li>
          </ul>
          <div class="actions">
            <button type="button" class="btn" data-action="keep-item" onClick={close}>
              {t("delete.keep")}
            </button>
            <button type="button" class="btn remove" data-action="confirm-delete" onClick={onRemove}>
              {t("delete.confirm")}
            </button>
          </div>
        </>
      )}
    </ModalDialog>
  );
}
