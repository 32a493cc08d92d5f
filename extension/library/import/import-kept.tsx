/** After keeping: said only when everything was read back and compared, with a way to each item. */
import { Icon } from "../../interface/icon.tsx";
import { Note } from "../../interface/note.tsx";
import { PageText } from "../../interface/page-text.tsx";
import { useFocus } from "../../interface/use-focus.ts";
import { useWords } from "../../interface/words.ts";
import { itemTitle } from "../item-title.ts";
import type { LibraryView } from "../library-view.ts";
import type { Imports } from "./use-imports.ts";

interface ImportKeptProps {
  imports: Imports;
  onShow: (view: LibraryView) => void;
}

export function ImportKept({ imports, onShow }: ImportKeptProps) {
  const { t } = useWords();
  const heading = useFocus<HTMLHeadingElement>();
  const { kept, startAgain } = imports;
  return (
    <section class="stack" data-kept={kept.length}>
      <Note tone="good" icon="check">
        <h2 ref={heading} tabIndex={-1}>
          {t("import.kept", { count: kept.length })}
        </h2>
        <p>{t("import.kept-next")}</p>
      </Note>
      <ul class="plain">
        {kept.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              class="link"
              data-item-id={item.id}
              onClick={() => onShow({ screen: "item", itemId: item.id })}
            >
              {t("report.item-number", { number: item.number })} <PageText text={itemTitle(item)} />
            </button>
          </li>
        ))}
      </ul>
      <p>{t("import.original-stays")}</p>
      <div class="actions">
        <button type="button" class="btn" data-action="import-more" onClick={startAgain}>
          <Icon name="plus" /> {t("import.more")}
        </button>
      </div>
    </section>
  );
}
