/** Reading a kept page again with today's readers: what they read otherwise is shown, and taken only when somebody says so. */
import { useState } from "preact/hooks";
import type { EvidenceItem } from "../../src/evidence/evidence-item.ts";
import { type ReadDifference, readAgain, readDifferences } from "../../src/evidence/kept-reading.ts";
import type { FieldName } from "../../src/platforms/field.ts";
import { chosenCandidate } from "../interface/field-rows.ts";
import { PageText } from "../interface/page-text.tsx";
import { useWords } from "../interface/words.ts";
import type { Correcting } from "./correct-field.tsx";
import type { LibraryPorts } from "./library-ports.ts";
import type { Library } from "./use-library.ts";

interface ReadAgainProps {
  item: EvidenceItem;
  /** Fields a person may put another value into. */
  canCorrect: (name: FieldName) => boolean;
  correcting: Correcting;
  library: Library;
  ports: LibraryPorts;
}

/** Null where nothing was read yet; `unreadable` where what was kept is no reading. */
type Reading = readonly ReadDifference[] | "unreadable" | null;

export function ReadAgain(props: ReadAgainProps) {
  const { t } = useWords();
  const { item, library, ports } = props;
  const [reading, setReading] = useState<Reading>(null);
  const file = item.files.find(({ kind }) => kind === "reading");
  if (!file) return null;
  const read = async () => {
    const blob = await ports.store.readFile(item.id, file.name);
    const now = blob && readAgain(await blob.text());
    setReading(now ? readDifferences(item.fields, now) : "unreadable");
  };
  return (
    <details class="panel stack-s">
      <summary>
        <strong>{t("reread.title")}</strong>
      </summary>
      <p>{t("reread.what")}</p>
      <div class="actions">
        <button type="button" class="btn" data-action="read-again" onClick={() => void library.attempt(read)}>
          {t("reread.button")}
        </button>
      </div>
      <div role="status">{reading !== null && <Outcome {...props} reading={reading} />}</div>
    </details>
  );
}

function Outcome(props: ReadAgainProps & { reading: NonNullable<Reading> }) {
  const { t } = useWords();
  const { reading } = props;
  if (reading === "unreadable") return <p data-reread="unreadable">{t("reread.unreadable")}</p>;
  if (reading.length === 0) return <p data-reread="same">{t("reread.same")}</p>;
  return (
    <ul class="plain" data-reread="differs">
      {reading.map((difference) => (
        <Difference key={difference.name} {...props} difference={difference} />
      ))}
    </ul>
  );
}

function Difference({
  difference: { name, before, now },
  canCorrect,
  correcting,
}: ReadAgainProps & { difference: ReadDifference }) {
  const { t } = useWords();
  const [isTaken, setIsTaken] = useState(false);
  const field = t(`field.${name}`);
  const { value } = now;
  const take = () => {
    if (value === null) return;
    setIsTaken(true);
    const locator = chosenCandidate(now)?.locator ?? "";
    void correcting.correct({ field: name, before, after: value, method: "pointed", locator });
  };
  return (
    <li>
      {field}: <PageText text={before ?? t("history.nothing")} /> →{" "}
      <PageText text={value ?? t("history.nothing")} />
      {value !== null && canCorrect(name) && !isTaken && (
        <button
          type="button"
          class="btn text"
          data-action={`adopt-${name}`}
          aria-label={t("reread.adopt-of", { field })}
          onClick={take}
        >
          {t("reread.adopt")}
        </button>
      )}
    </li>
  );
}
