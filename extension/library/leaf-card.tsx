/** One kept thing on the stem: covered picture, title, poster, and what is still missing. */
import type { Tags } from "../../src/cases/case-fact.ts";
import { type EvidenceItem, importedOf } from "../../src/evidence/evidence-item.ts";
import type { Imported } from "../../src/evidence/imports/imported.ts";
import type { StoredItem } from "../../src/evidence/evidence-store.ts";
import { Chip } from "../interface/chip.tsx";
import { CoveredPicture, type FileReader } from "../interface/covered-picture.tsx";
import { clockWords } from "../interface/date-wording.ts";
import { posterField } from "../interface/field-rows.ts";
import { PageText } from "../interface/page-text.tsx";
import { VerdictChip } from "../interface/verdict-words.tsx";
import { useWords, type Words } from "../interface/words.ts";
import { TagChips } from "./case/tag-chips.tsx";
import { itemTitle } from "./item-title.ts";
import { ReadBackChip } from "./read-back-chip.tsx";

interface LeafCardProps {
  stored: StoredItem;
  files: FileReader;
  tags: Tags;
  onOpen: () => void;
}

export function LeafCard({ stored, files, tags, onOpen }: LeafCardProps) {
  const { item } = stored;
  return (
    <li>
      <time dateTime={item.startedAt.utc}>{clockWords(item.startedAt)}</time>
      <article class="leafcard">
        <CoveredPicture item={item} files={files} size="small" />
        <div>
          <h3>
            <button type="button" class="link" data-item-id={item.id} onClick={onOpen}>
              <PageText text={itemTitle(item)} />
            </button>
          </h3>
          <LeafFacts item={item} />
          <TagChips tags={tags} />
          <p class="chips">
            {stored.readBackAt === null && <ReadBackChip stored={stored} />}
            <VerdictChip verdict={item.verdict} /> <MissingChip item={item} />
          </p>
        </div>
      </article>
    </li>
  );
}

function LeafFacts({ item }: { item: EvidenceItem }) {
  const { t } = useWords();
  const poster = posterField(item.fields).value;
  const frames = item.picture?.frames.length ?? 0;
  const imported = importedOf(item);
  if (imported) return <p class="soft">{importWords(t, imported)}</p>;
  if (poster === null && frames === 0) return null;
  return (
    <p class="soft">
      {poster !== null && <PageText text={poster} />}
      {poster !== null && frames > 0 && t("timeline.between")}
      {frames > 0 && t("timeline.frames", { count: frames })}
    </p>
  );
}

function importWords(t: Words["t"], { kind, chats, files }: Imported): string {
  if (kind === "files") return t("import.files-count", { count: files.length });
  const messages = chats.reduce((sum, chat) => sum + chat.messages, 0);
  const [first] = chats;
  const from = first ? t(`conversation.format.${first.format}`) : "";
  return t("import.messages-count", { from, count: messages });
}

/** Only the time of the post is worth a reminder in a list; the rest stands with the item. */
function MissingChip({ item }: { item: EvidenceItem }) {
  const { t } = useWords();
  const { state } = item.fields.postedAt;
  if (importedOf(item)) return null;
  if (state === "not-found") return <Chip look="missing" icon="question" text={t("timeline.time-missing")} />;
  return state === "conflict" ? (
    <Chip look="conflict" icon="unequal" text={t("timeline.times-differ")} />
  ) : null;
}
