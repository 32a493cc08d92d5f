/** The passphrase of a locked bundle: shown once, to be told by another way than the file. */
import { useState } from "preact/hooks";
import { Icon } from "../interface/icon.tsx";
import { useWords } from "../interface/words.ts";

interface PassphrasePanelProps {
  passphrase: string;
  onCopy: (text: string) => Promise<void>;
}

export function PassphrasePanel({ passphrase, onCopy }: PassphrasePanelProps) {
  const { t } = useWords();
  const [copying, setCopying] = useState<"not-yet" | "copied" | "refused">("not-yet");
  const copy = () =>
    void onCopy(passphrase).then(
      () => setCopying("copied"),
      () => setCopying("refused"),
    );
  return (
    <section class="panel stack-s">
      <h2>{t("lock.title")}</h2>
      <p>{t("lock.once")}</p>
      <p class="mono passphrase" data-passphrase={passphrase}>
        {passphrase}
      </p>
      <p>{t("lock.other-way")}</p>
      <p class="small soft">{t("lock.how-to-open")}</p>
      <div class="row">
        <button type="button" class="btn" data-action="copy-passphrase" onClick={copy}>
          <Icon name="copy" /> {t("seal.copy")}
        </button>
        <span role="status">{copying !== "not-yet" && t(`seal.${copying}`)}</span>
      </div>
    </section>
  );
}
