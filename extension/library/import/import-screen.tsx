/** Putting files in: choose, see what was understood of each, say where they are from, and only then keep. */
import { useState } from "preact/hooks";
import { longestSource } from "../../../src/evidence/imports/imported.ts";
import type { MaskReason } from "../../../src/evidence/capture-mode.ts";
import { Icon } from "../../interface/icon.tsx";
import { ScreenHeading } from "../../interface/screen-heading.tsx";
import { useWords } from "../../interface/words.ts";
import type { LibraryContents } from "../library-contents.ts";
import type { LibraryPorts } from "../library-ports.ts";
import type { Library } from "../use-library.ts";
import { ImportChooser } from "./import-chooser.tsx";
import { ImportKept } from "./import-kept.tsx";
import { InsteadOfPictures } from "./instead-of-pictures.tsx";
import { LookLine } from "./look-line.tsx";
import { type Imports, isAccepted, useImports, whyMasked } from "./use-imports.ts";

interface ImportScreenProps {
  library: Library;
  contents: LibraryContents;
  ports: LibraryPorts;
}

export function ImportScreen({ library, contents, ports }: ImportScreenProps) {
  const { t } = useWords();
  const imports = useImports({ library, contents, ports });
  const reason = whyMasked(contents);
  const isMasked = reason !== null;
  const back = () => library.show({ screen: "timeline" });
  return (
    <>
      <p>
        <button type="button" class="link" data-action="back" onClick={back}>
          {t("item.back")}
        </button>
      </p>
      <div>
        <ScreenHeading text={t("import.title")} />
        <p>{t(isMasked ? "import.what-masked" : "import.what")}</p>
        <p class="soft">{t("import.unchanged")}</p>
      </div>
      {imports.kept.length > 0 ? (
        <ImportKept imports={imports} onShow={library.show} />
      ) : (
        <Choosing imports={imports} reason={reason} onShow={library.show} />
      )}
    </>
  );
}

interface ChoosingProps {
  imports: Imports;
  reason: MaskReason | null;
  onShow: Library["show"];
}

function Choosing({ imports, reason, onShow }: ChoosingProps) {
  const { looks, busy } = imports;
  const hasPicture = looks.some((look) => look.kind === "refused" && look.code === "picture-not-here");
  return (
    <>
      <ImportChooser isBusy={busy !== null} isMasked={reason !== null} onChoose={imports.choose} />
      <Progress busy={busy} />
      {hasPicture && reason !== null && <InsteadOfPictures reason={reason} onShow={onShow} />}
      {looks.length > 0 && <Understood imports={imports} />}
    </>
  );
}

function Progress({ busy }: Pick<Imports, "busy">) {
  const { t } = useWords();
  return (
    <div role="status">
      {busy?.step === "looking" && <p>{t("import.looking", { count: busy.count, of: busy.of })}</p>}
      {busy?.step === "keeping" && <p>{t("import.keeping")}</p>}
    </div>
  );
}

function Understood({ imports }: { imports: Imports }) {
  const { t } = useWords();
  const { looks } = imports;
  return (
    <section class="stack">
      <h2>{t("import.understood")}</h2>
      <ol class="plain looks">
        {looks.map((look, index) => (
          <LookLine key={`${index} ${look.chosen.name}`} look={look} imports={imports} />
        ))}
      </ol>
      <KeepForm imports={imports} />
    </section>
  );
}

function KeepForm({ imports }: { imports: Imports }) {
  const { t } = useWords();
  const [source, setSource] = useState("");
  const { looks, busy } = imports;
  const count = looks.filter(isAccepted).length;
  const asked = looks.filter(({ kind }) => kind === "ask-day-order").length;
  const isReady = count > 0 && asked === 0 && busy === null;
  return (
    <form
      class="panel stack-s form-wide"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) imports.keep(source);
      }}
    >
      <label class="field">
        <span>{t("import.source")}</span>
        <span class="small soft hint">{t("import.source-hint")}</span>
        <input
          type="text"
          name="source"
          maxLength={longestSource}
          autocomplete="off"
          value={source}
          onInput={({ currentTarget }) => setSource(currentTarget.value)}
        />
      </label>
      {asked > 0 && <p>{t("import.answer-first", { count: asked })}</p>}
      {count === 0 && asked === 0 && <p>{t("import.none")}</p>}
      <div class="actions">
        <button type="submit" class="btn main" data-action="keep-imports" aria-disabled={!isReady}>
          <Icon name="save" /> {t("import.keep", { count })}
        </button>
      </div>
    </form>
  );
}
