/** Which of the ten types and the eight forms a kept page is, with the way to choose and to change them. */
import { hasTags } from "../../../src/cases/all-tags.ts";
import { noTags } from "../../../src/cases/case-fact.ts";
import { momentWords } from "../../interface/date-wording.ts";
import { PageText } from "../../interface/page-text.tsx";
import { useWords } from "../../interface/words.ts";
import type { LibraryContents } from "../library-contents.ts";
import type { LibraryView } from "../library-view.ts";
import { TagChips, tagNames } from "./tag-chips.tsx";

interface ItemTagsProps {
  itemId: string;
  contents: Pick<LibraryContents, "facts">;
  onShow: (view: LibraryView) => void;
}

export function ItemTags({ itemId, contents, onShow }: ItemTagsProps) {
  const { language, t } = useWords();
  const chosen = contents.facts.itemTags.get(itemId);
  const tags = chosen?.body.tags ?? noTags;
  const choose = () =>
    onShow({
      screen: "write",
      body: { kind: "tags", itemId, tags },
      replaces: chosen?.id ?? null,
      back: { screen: "item", itemId },
    });
  return (
    <section class="panel stack-s" data-item-tags={tags.types.length + tags.stalking.length}>
      <h2>{t("tags.of-item")}</h2>
      {hasTags(tags) ? <TagChips tags={tags} /> : <p>{t("tags.none")}</p>}
      {chosen && (
        <p class="small soft">
          {t("told.you-wrote", { date: momentWords(language, chosen.correctedAt ?? chosen.at) })}
        </p>
      )}
      <EarlierTags chosen={chosen} />
      <div class="actions">
        <button type="button" class="btn" data-action="choose-item-tags" onClick={choose}>
          {t(hasTags(tags) ? "tags.change" : "school.choose-types")}
        </button>
      </div>
    </section>
  );
}

/** What was chosen before stays readable. */
function EarlierTags({ chosen }: { chosen: ReturnType<LibraryContents["facts"]["itemTags"]["get"]> }) {
  const { t } = useWords();
  const earlier = (chosen?.earlier ?? []).flatMap((body) => (body.kind === "tags" ? [body.tags] : []));
  if (earlier.length === 0) return null;
  return (
    <details>
      <summary class="small">{t("tags.earlier")}</summary>
      <ol class="plain small soft">
        {earlier.map((tags, index) => (
          <li key={index}>
            <PageText text={tagNames(t, tags).join(t("laws.between")) || t("tags.none")} />
          </li>
        ))}
      </ol>
    </details>
  );
}
