/** Comparing the seal with the one on paper: the only way to see that a whole bundle was made anew. */
import { useState } from "preact/hooks";
import { Icon } from "../interface/icon.tsx";
import { useWords } from "../interface/words.ts";
import { compareSeal } from "./seal-groups.ts";
import { SealDigits } from "./seal-panel.tsx";

const icons = { same: "check", differs: "unequal", "too-short": "dots" } as const;

export function PaperSeal({ seal }: { seal: string }) {
  const { t } = useWords();
  const [typed, setTyped] = useState("");
  const comparison = compareSeal(seal, typed);
  return (
    <section class="panel stack-s">
      <h2>{t("paper.title")}</h2>
      <SealDigits seal={seal} />
      <label class="field" for="paper-seal">
        {t("paper.label")}
      </label>
      <div class="row">
        <input
          id="paper-seal"
          type="text"
          class="mono"
          autocomplete="off"
          spellcheck={false}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <span class="row" role="status">
          {typed !== "" && (
            <>
              <Icon name={icons[comparison]} /> {t(`paper.${comparison}`)}
            </>
          )}
        </span>
      </div>
    </section>
  );
}
