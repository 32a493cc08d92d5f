/** What an imported item shows in the place of a captured page: where it is from, its files, and fields to fill in. */
import { useCallback, useState } from "preact/hooks";
import { importedOf, type EvidenceItem } from "../../../src/evidence/evidence-item.ts";
import type { EvidenceFile } from "../../../src/evidence/evidence-file.ts";
import { recordCustody } from "../../../src/evidence/record-custody.ts";
import { importRows } from "../../../src/report/import-rows.ts";
import { Icon } from "../../interface/icon.tsx";
import { PageText } from "../../interface/page-text.tsx";
import { sizeWords } from "../../interface/size-wording.ts";
import { useBlobUrl } from "../../interface/use-blob-url.ts";
import { useWords } from "../../interface/words.ts";
import type { LibraryContents } from "../library-contents.ts";
import type { LibraryPorts } from "../library-ports.ts";
import type { Library } from "../use-library.ts";
import { ImportedFields } from "./imported-fields.tsx";

interface ImportedItemProps {
  item: EvidenceItem;
  library: Library;
  contents: LibraryContents;
  ports: LibraryPorts;
}

export function ImportedItem({ item, library, contents, ports }: ImportedItemProps) {
  return (
    <div class="halves">
      <section class="stack">
        <ImportFacts item={item} />
        <Originals item={item} library={library} ports={ports} />
      </section>
      <ImportedFields item={item} library={library} contents={contents} ports={ports} />
    </div>
  );
}

function ImportFacts({ item }: { item: EvidenceItem }) {
  const { language, t } = useWords();
  // Many files stand below, each with what can be done with it.
  const isListedBelow = (importedOf(item)?.files.length ?? 0) > 1;
  const rows = importRows(language, item).filter(
    ({ name }) => !isListedBelow || name !== t("import.row.from"),
  );
  return (
    <div class="stack-s">
      <p>{t("import.unchanged")}</p>
      <dl class="fields">
        {rows.map(({ name, value, source }) => (
          <div key={`${name} ${value}`}>
            <dt>{name}</dt>
            <dd>
              <span class="value lines">
                <PageText text={value} />
              </span>
              {source !== "" && <span class="small soft">{source}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Originals({ item, library, ports }: Omit<ImportedItemProps, "contents">) {
  const originals = item.files.filter(({ kind }) => kind === "original");
  return (
    <ul class="plain originals">
      {originals.map((file) => (
        <li key={file.name}>
          <Original item={item} file={file} library={library} ports={ports} />
        </li>
      ))}
    </ul>
  );
}

type OriginalProps = Omit<ImportedItemProps, "contents"> & { file: EvidenceFile };

/** A picture is shown when somebody asks; everything else can only be saved, never opened in this page. */
function Original({ item, file, library, ports }: OriginalProps) {
  const { t } = useWords();
  const [isShown, setIsShown] = useState(false);
  const name = importedOf(item)?.files.find((each) => each.name === file.name)?.calledThere ?? file.name;
  const isPicture = file.mediaType.startsWith("image/") && file.mediaType !== "image/heic";
  const show = () => {
    setIsShown(!isShown);
    if (!isShown) void library.attempt(() => writeDown(ports, item));
  };
  const save = () =>
    void library.attempt(async () => {
      const blob = await ports.store.readFile(item.id, file.name);
      if (blob) ports.saveFile(blob, file.name);
    });
  return (
    <div class="stack-s">
      <p>
        <Icon name="doc" /> <PageText text={name} />{" "}
        <span class="small soft">{sizeWords(file.sizeBytes)}</span>
      </p>
      <p class="actions">
        {isPicture && (
          <button
            type="button"
            class="btn text"
            data-action="show-original"
            aria-pressed={isShown}
            onClick={show}
          >
            <Icon name="eye" /> {t("import.show")}
          </button>
        )}
        <button
          type="button"
          class="btn text"
          data-action="save-original"
          aria-label={t("import.save-of", { name })}
          onClick={save}
        >
          <Icon name="save" /> {t("import.save")}
        </button>
      </p>
      {isShown && <OriginalPicture item={item} file={file} ports={ports} />}
    </div>
  );
}

function OriginalPicture({ item, file: { name }, ports }: Omit<OriginalProps, "library">) {
  const { store } = ports;
  const url = useBlobUrl(useCallback(() => store.readFile(item.id, name), [store, item.id, name]));
  return url === null ? null : <img class="original" src={url} alt="" />;
}

async function writeDown({ store, clock, writeLedger }: LibraryPorts, item: EvidenceItem): Promise<void> {
  const facts = { itemId: item.id, number: item.number };
  await recordCustody(store, { caseId: item.caseId, at: clock.now(), action: "item.viewed", facts });
  await writeLedger();
}
