/** 先到這裡: says that nothing is lost, then closes the page. */
import { ModalDialog } from "../interface/modal-dialog.tsx";
import { useWords } from "../interface/words.ts";

interface StopHereDialogProps {
  note: string;
  onStay: () => void;
  onClosePage: () => void;
}

export function StopHereDialog({ note, onStay, onClosePage }: StopHereDialogProps) {
  const { t } = useWords();
  return (
    <ModalDialog title={t("stop.title")} onClose={onStay}>
      {(close) => (
        <>
          <p>{note}</p>
          <p>{t("stop.how-back")}</p>
          <div class="actions">
            <button type="button" class="btn main" data-action="close-page" onClick={onClosePage}>
              {t("stop.close")}
            </button>
            <button type="button" class="btn" onClick={close}>
              {t("stop.stay")}
            </button>
          </div>
        </>
      )}
    </ModalDialog>
  );
}
