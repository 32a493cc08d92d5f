/** What to do where a picture is not taken: none of it needs the picture to be opened or sent. */
import { mayImportImage } from "../../../src/evidence/image-import.ts";
import type { MaskReason } from "../../../src/evidence/capture-mode.ts";
import { Note } from "../../interface/note.tsx";
import { useWords } from "../../interface/words.ts";
import type { LibraryView } from "../library-view.ts";

interface InsteadProps {
  reason: MaskReason;
  onShow: (view: LibraryView) => void;
}

export function InsteadOfPictures({ reason, onShow }: InsteadProps) {
  const { t } = useWords();
  if (reason === "no-consent") return <ConsentFirst onShow={onShow} />;
  const answer = mayImportImage(true);
  if (answer.kind === "allowed") return null;
  return (
    <Note tone="look" icon="info">
      <div role="alert" data-refused="picture">
        {answer.instead.map((step) => (
          <p key={step}>{t(`import-image.${step}`)}</p>
        ))}
      </div>
    </Note>
  );
}

/** An adult's picture may be kept by somebody else once that person's consent is written down (刑法 §319-3). */
function ConsentFirst({ onShow }: Pick<InsteadProps, "onShow">) {
  const { t } = useWords();
  return (
    <Note tone="look" icon="info">
      <p role="alert" data-refused="picture">
        {t("import.consent-first")}
      </p>
      <div class="actions">
        <button
          type="button"
          class="btn"
          data-action="consent-first"
          onClick={() => onShow({ screen: "intake", of: "shown" })}
        >
          {t("import.consent-button")}
        </button>
      </div>
    </Note>
  );
}
