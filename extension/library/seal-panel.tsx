/** The seal in groups of four, the first eight digits louder: those are read aloud or copied by hand. */
import { useState } from "preact/hooks";
import { Icon } from "../interface/icon.tsx";
import { useWords } from "../interface/words.ts";
import { sealGroups } from "./seal-groups.ts";

interface SealPanelProps {
  seal: string;
  onCopy: (text: string) => Promise<void>;
}

type Copying = "not-yet" | "copied" | "refused";

export function SealPanel({ seal, onCopy }: SealPanelProps) {
  const { t } = useWords();
  const [copying, setCopying] = useState<Copying>("not-yet");
  const copy = () =>
    void onCopy(seal).then(
      () => setCopying("copied"),
      () => setCopying("refused"),
    );
  return (
    <section class="panel stack-s">
      <h2>{t("seal.title")}</h2>
      <p>{t("seal.what")}</p>
      <div class="row">
        <SealDigits seal={seal} />
        <button type="button" class="btn" data-action="copy-seal" onClick={copy}>
          <Icon name="copy" /> {t("seal.copy")}
        </button>
        <span role="status">{copying !== "not-yet" && t(`seal.${copying}`)}</span>
      </div>
    </section>
  );
}

export function SealDigits({ seal }: { seal: string }) {
  const groups = sealGroups(seal).map((digits, place) => ({ digits, place }));
  return (
    <p class="seal">
      {groups.map(({ digits, place }) => (
        <span key={place}>{digits} </span>
      ))}
    </p>
  );
}
