/**
 * The static copy of a page, behind a press. It is shown in a frame that may do nothing: no scripts, no origin, no
 * forms, no way out; and our own policy, which such a frame inherits, lets it load nothing.
 */
import { useState } from "preact/hooks";
import type { EvidenceItem } from "../../src/evidence/evidence-item.ts";
import type { FileReader } from "../interface/covered-picture.tsx";
import { useWords } from "../interface/words.ts";
import { useStoredText } from "./stored-text.ts";

interface PageCopyProps {
  item: EvidenceItem;
  files: FileReader;
}

export function PageCopy({ item, files }: PageCopyProps) {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  if (!item.files.some(({ kind }) => kind === "copy")) return null;
  return (
    <details class="panel">
      <summary>
        <strong>{t("copy.title")}</strong>
      </summary>
      <p>{t("copy.what")}</p>
      <p class="soft">{t("copy.safe")}</p>
      <p class="soft">{t("copy.limit")}</p>
      <div class="actions">
        <button
          type="button"
          class="btn"
          data-action="open-copy"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t(isOpen ? "copy.close" : "copy.open")}
        </button>
      </div>
      {isOpen && <CopyFrame item={item} files={files} />}
    </details>
  );
}

function CopyFrame({ item, files }: PageCopyProps) {
  const { t } = useWords();
  const markup = useStoredText({ item, kind: "copy", files });
  if (markup === null) return null;
  // `sandbox` stands before `srcdoc`, and the frame enters the page only when it has both.
  return <iframe class="page-copy" title={t("copy.frame")} sandbox="" srcdoc={markup} />;
}
