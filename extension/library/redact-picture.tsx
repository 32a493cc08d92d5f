/** Covers parts of a picture and saves that as another item. Everything works by keyboard; the pointer may draw. */
import { useState } from "preact/hooks";
import type { Rectangle } from "../../src/base/rectangle.ts";
import { type EvidenceItem, pictureOf } from "../../src/evidence/evidence-item.ts";
import type { Surface } from "../../src/evidence/picture.ts";
import { keepRedacted } from "../../src/evidence/redaction/keep-redacted.ts";
import { newId } from "../device/random.ts";
import { Icon } from "../interface/icon.tsx";
import { useFocus } from "../interface/use-focus.ts";
import { useWords } from "../interface/words.ts";
import type { LibraryPorts } from "./library-ports.ts";
import { newBox } from "./redaction-boxes.ts";
import { RedactionFields } from "./redaction-fields.tsx";
import { RedactionSheet } from "./redaction-sheet.tsx";
import type { Library } from "./use-library.ts";

interface RedactPictureProps {
  item: EvidenceItem;
  library: Library;
  ports: LibraryPorts;
}

export function RedactPicture(props: RedactPictureProps) {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  if (!pictureOf(props.item)?.surfaces.length) return null;
  if (isOpen) return <RedactionEditor {...props} close={() => setIsOpen(false)} />;
  return (
    <p>
      <button type="button" class="btn" data-action="redact" onClick={() => setIsOpen(true)}>
        <Icon name="covered" /> {t("redact.open")}
      </button>
    </p>
  );
}

function RedactionEditor({ item, library, ports, close }: RedactPictureProps & { close: () => void }) {
  const { t } = useWords();
  const heading = useFocus<HTMLHeadingElement>();
  const surfaces = pictureOf(item)?.surfaces ?? [];
  const [number, setNumber] = useState(surfaces[0]?.number ?? 0);
  const [boxes, setBoxes] = useState<readonly Rectangle[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const surface = surfaces.find((one) => one.number === number);
  if (!surface) return null;
  const choose = (next: number) => {
    setNumber(next);
    setBoxes([]);
  };
  const save = () => {
    setIsBusy(true);
    void library
      .attempt(async () => {
        const redaction = { item, surface: number, boxes, newId: newId() };
        const kept = await keepRedacted({ store: ports.store, clock: ports.clock }, redaction);
        await ports.writeLedger();
        await library.reload();
        library.show({ screen: "item", itemId: kept.id });
      })
      .finally(() => setIsBusy(false));
  };
  return (
    <section class="panel stack" data-part="redaction">
      <h2 ref={heading} tabIndex={-1}>
        {t("redact.title")}
      </h2>
      <p>{t("redact.what")}</p>
      <p class="small soft">{t("redact.left-out")}</p>
      <p class="small soft">{t("redact.how")}</p>
      {surfaces.length > 1 && <SurfaceChoice surfaces={surfaces} chosen={number} choose={choose} />}
      <RedactionSheet item={item} surface={surface} boxes={boxes} setBoxes={setBoxes} files={ports.store} />
      <RedactionFields surface={surface} boxes={boxes} setBoxes={setBoxes} />
      <div class="actions">
        <button
          type="button"
          class="btn"
          data-action="add-box"
          onClick={() => setBoxes([...boxes, newBox(surface)])}
        >
          {t("redact.add")}
        </button>
        <button
          type="button"
          class="btn main"
          data-action="save-redacted"
          disabled={isBusy || boxes.length === 0}
          onClick={save}
        >
          {t("redact.save")}
        </button>
        <button type="button" class="btn text" data-action="close-redaction" onClick={close}>
          {t("redact.close")}
        </button>
      </div>
      <p role="status">{isBusy ? t("redact.saving") : ""}</p>
    </section>
  );
}

interface SurfaceChoiceProps {
  surfaces: readonly Surface[];
  chosen: number;
  choose: (number: number) => void;
}

function SurfaceChoice({ surfaces, chosen, choose }: SurfaceChoiceProps) {
  const { t } = useWords();
  return (
    <label class="stack-s">
      {t("redact.which")}
      <select value={chosen} onChange={({ currentTarget }) => choose(Number(currentTarget.value))}>
        {surfaces.map(({ number }) => (
          <option key={number} value={number}>
            {number === 0 ? t("redact.document") : t("redact.pane", { number })}
          </option>
        ))}
      </select>
    </label>
  );
}
