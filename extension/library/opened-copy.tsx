/** The bundle without its passphrase as a file: whoever received it wants to read what is inside. */
import { useState } from "preact/hooks";
import { Icon } from "../interface/icon.tsx";
import { PageText } from "../interface/page-text.tsx";
import { useWords } from "../interface/words.ts";

interface OpenedCopyProps {
  zip: Blob;
  bagName: string;
  saveFile: (file: Blob, name: string) => void;
}

export function OpenedCopy({ zip, bagName, saveFile }: OpenedCopyProps) {
  const { t } = useWords();
  const [isSaved, setIsSaved] = useState(false);
  const file = `${bagName}-opened.zip`;
  const save = () => {
    saveFile(zip, file);
    setIsSaved(true);
  };
  return (
    <section class="panel stack-s">
      <h2>{t("unlock.save-title")}</h2>
      <p>{t("unlock.save-what")}</p>
      <div class="actions">
        <button type="button" class="btn" data-action="save-opened" onClick={save}>
          <Icon name="save" /> {t("unlock.save-button")}
        </button>
      </div>
      <div role="status">
        {isSaved && (
          <p>
            <PageText text={t("unlock.saved", { file })} />
          </p>
        )}
      </div>
    </section>
  );
}
