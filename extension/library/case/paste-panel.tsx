/** Pasting a list: what was understood is said before anything is added, and what was not stays in the box. */
import { useState } from "preact/hooks";
import { mostUrls } from "../../../src/cases/case-fact.ts";
import { type PastedUrls, readPastedUrls } from "../../../src/cases/pasted-urls.ts";
import { Icon, type IconName } from "../../interface/icon.tsx";
import { useWords } from "../../interface/words.ts";
import type { Library } from "../use-library.ts";

interface PastePanelProps {
  library: Library;
  /** Every address on the list, in every spelling. */
  known: readonly string[];
}

export function PastePanel({ library, known }: PastePanelProps) {
  const { t } = useWords();
  const [pasted, setPasted] = useState("");
  const read = readPastedUrls(pasted, known);
  const add = async () => {
    const urls = [...read.fresh, ...read.variants];
    for (let from = 0; from < urls.length; from += mostUrls) {
      const isWritten = await library.record({ kind: "urls", urls: urls.slice(from, from + mostUrls) }, null);
      if (!isWritten) return;
    }
    setPasted(read.notUrls.join("\n"));
    if (read.notUrls.length === 0) library.markSaved();
  };
  return (
    <section class="panel stack-s form-wide">
      <h2>{t("urls.paste-title")}</h2>
      <div class="halves">
        <label class="field">
          <span>{t("urls.paste-label")}</span>
          <textarea
            name="urls"
            rows={5}
            class="mono"
            spellcheck={false}
            value={pasted}
            onInput={({ currentTarget }) => {
              setPasted(currentTarget.value);
              if (currentTarget.value.trim() !== "") library.markUnsaved();
            }}
          />
        </label>
        <Understood read={read} onAdd={() => void add()} />
      </div>
    </section>
  );
}

function Understood({ read, onAdd }: { read: PastedUrls; onAdd: () => void }) {
  const { t } = useWords();
  const { lines, fresh, repeated, notUrls, variants } = read;
  if (lines === 0) return <p class="soft">{t("urls.nothing-yet")}</p>;
  const count = fresh.length + variants.length;
  return (
    <div class="stack-s">
      <div class="stack-s" role="status">
        <p class="strong">{t("urls.read", { lines, read: lines - notUrls.length })}</p>
        <ul class="plain">
          <Line icon="plus" text={t("urls.fresh", { count: fresh.length })} />
          {repeated > 0 && <Line icon="check" text={t("urls.repeated", { count: repeated })} />}
          {notUrls.length > 0 && (
            <Line icon="question" text={t("urls.not-urls", { count: notUrls.length })} />
          )}
        </ul>
        {notUrls.length > 0 && <p class="small soft">{t("urls.stay")}</p>}
      </div>
      {count > 0 && (
        <button type="button" class="btn main" data-action="add-pasted" onClick={onAdd}>
          {t("urls.add", { count })}
        </button>
      )}
    </div>
  );
}

function Line({ icon, text }: { icon: IconName; text: string }) {
  return (
    <li>
      <Icon name={icon} /> {text}
    </li>
  );
}
