/** Beside the timeline: what else a person can write down. */
import type { Moment } from "../../../src/base/clock.ts";
import { Icon } from "../../interface/icon.tsx";
import { useWords } from "../../interface/words.ts";
import type { LibraryView } from "../library-view.ts";
import { emptyBody } from "./empty-body.ts";

const kinds = ["incident", "payment", "action", "submission"] as const;

interface AddMoreProps {
  now: Moment;
  onShow: (view: LibraryView) => void;
}

export function AddMore({ now, onShow }: AddMoreProps) {
  const { t } = useWords();
  const write = (kind: (typeof kinds)[number]) =>
    onShow({ screen: "write", body: emptyBody(kind, now), replaces: null, back: { screen: "timeline" } });
  return (
    <section class="add-more">
      <h2>{t("add.title")}</h2>
      <ul class="plain">
        {kinds.map((kind) => (
          <li key={kind}>
            <button type="button" class="btn text" data-action={`add-${kind}`} onClick={() => write(kind)}>
              <Icon name="pencil" /> {t(`add.${kind}`)}
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            class="btn text"
            data-action="open-import"
            onClick={() => onShow({ screen: "import" })}
          >
            <Icon name="doc" /> {t("add.import")}
          </button>
        </li>
        <li>
          <button
            type="button"
            class="btn text"
            data-action="add-urls"
            onClick={() => onShow({ screen: "links" })}
          >
            <Icon name="plus" /> {t("add.urls")}
          </button>
        </li>
      </ul>
    </section>
  );
}
