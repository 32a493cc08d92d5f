/** Before anything is cleared: what goes, what stays, what has no copy. Keeping comes first and is never a trap. */
import { useState } from "preact/hooks";
import { type DeletionReason, deletionReasons } from "../../../src/evidence/delete-item.ts";
import { ModalDialog } from "../../interface/modal-dialog.tsx";
import { Note } from "../../interface/note.tsx";
import { useWords, type Words } from "../../interface/words.ts";
import { OneOf } from "../case/fields.tsx";
import type { WhatClears } from "./what-clears.ts";

interface ClearDialogProps {
  clears: WhatClears;
  /** The reason that is chosen at first. */
  firstReason?: DeletionReason;
  onKeep: () => void;
  onClear: (reason: DeletionReason) => void;
}

export function ClearDialog({ clears, firstReason = "not-said", onKeep, onClear }: ClearDialogProps) {
  const { t } = useWords();
  const { items, onlyHere, redactedLeft, isHelped } = clears;
  const [reason, setReason] = useState<DeletionReason>(firstReason);
  const [isSure, setIsSure] = useState(false);
  // One item was looked at before; among several, one without a copy is easily overlooked.
  const mustBeSure = onlyHere > 0 && items.length > 1 && !isSure;
  const reasons = deletionReasons.filter((one) => isHelped || one !== "consent-withdrawn");
  return (
    <ModalDialog title={titleOf(t, clears)} onClose={onKeep}>
      {(close) => (
        <>
          <ul>
            <li>{t("delete.gone-here")}</li>
            <li>{t("delete.files-stay")}</li>
            <li>{t("delete.words-stay")}</li>
            {redactedLeft.length > 0 && (
              <li>{t("purge.redacted-stays", { numbers: redactedLeft.join(t("laws.between")) })}</li>
            )}
            <li>{t("delete.log-stays")}</li>
            <li>{t("delete.disk")}</li>
          </ul>
          {onlyHere > 0 && (
            <OnlyCopies count={onlyHere} mustTick={items.length > 1} isSure={isSure} onSure={setIsSure} />
          )}
          <OneOf
            legend={t("purge.reason")}
            name="reason"
            options={reasons}
            value={reason}
            wordFor={(one) => t(`purge.reason.${one}`)}
            onChange={setReason}
          />
          <div class="actions">
            <button type="button" class="btn" data-action="keep-item" onClick={close}>
              {t("delete.keep")}
            </button>
            <button
              type="button"
              class="btn remove"
              data-action="confirm-delete"
              aria-disabled={mustBeSure}
              onClick={() => !mustBeSure && onClear(reason)}
            >
              {t(items.length > 1 ? "delete.confirm-many" : "delete.confirm", { count: items.length })}
            </button>
          </div>
          {mustBeSure && <p class="small soft">{t("purge.only-copy-first")}</p>}
        </>
      )}
    </ModalDialog>
  );
}

function titleOf(t: Words["t"], { items }: WhatClears): string {
  const [first] = items;
  if (items.length === 1 && first) return t("delete.title", { number: first.number });
  return t("delete.many-title", { count: items.length });
}

interface OnlyCopiesProps {
  count: number;
  mustTick: boolean;
  isSure: boolean;
  onSure: (isSure: boolean) => void;
}

function OnlyCopies({ count, mustTick, isSure, onSure }: OnlyCopiesProps) {
  const { t } = useWords();
  return (
    <Note tone="look" icon="save">
      <p>{t("purge.only-copy", { count })}</p>
      {mustTick && (
        <label class="choice">
          <input
            type="checkbox"
            name="sure"
            checked={isSure}
            onChange={({ currentTarget }) => onSure(currentTarget.checked)}
          />
          <span>{t("purge.only-copy-yes")}</span>
        </label>
      )}
    </Note>
  );
}
