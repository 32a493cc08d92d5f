/** The file chooser, and how to get the files off a phone. */
import { useWords } from "../../interface/words.ts";

const ways = ["line", "whatsapp", "meta", "telegram"] as const;

interface ImportChooserProps {
  isBusy: boolean;
  isMasked: boolean;
  onChoose: (files: readonly File[]) => void;
}

export function ImportChooser({ isBusy, isMasked, onChoose }: ImportChooserProps) {
  const { t } = useWords();
  return (
    <section class="panel stack-s">
      <label class="field" for="imports">
        {t("import.choose")}
      </label>
      <input
        id="imports"
        type="file"
        name="imports"
        multiple
        disabled={isBusy}
        {...(isMasked && { accept: ".txt,.json,.zip" })}
        onChange={({ currentTarget }) => {
          onChoose([...(currentTarget.files ?? [])]);
          // The same file can be chosen again after it was put aside.
          currentTarget.value = "";
        }}
      />
      <details>
        <summary>{t("import.how")}</summary>
        <ul>
          {ways.map((way) => (
            <li key={way}>{t(`import.how.${way}`)}</li>
          ))}
          {!isMasked && <li>{t("import.how.screenshots")}</li>}
        </ul>
      </details>
    </section>
  );
}
