/** One kept thing, whole: its picture if one asks, every field with its source, times, files, and what happened to it. */
import { type EvidenceItem, importedOf } from "../../src/evidence/evidence-item.ts";
import type { StoredItem } from "../../src/evidence/evidence-store.ts";
import { Icon } from "../interface/icon.tsx";
import { PageText } from "../interface/page-text.tsx";
import { VerdictChip } from "../interface/verdict-words.tsx";
import { useWords } from "../interface/words.ts";
import { ItemTags } from "./case/item-tags.tsx";
import { ConversationPanel } from "./conversation/conversation-panel.tsx";
import { DeleteItem } from "./delete-item.tsx";
import { ImportedItem } from "./import/imported-item.tsx";
import { ItemFiles } from "./item-files.tsx";
import { ItemHistory } from "./item-history.tsx";
import { ItemNotes } from "./item-notes.tsx";
import { ItemPicture } from "./item-picture.tsx";
import { ItemProof } from "./item-proof.tsx";
import { ItemReview } from "./item-review.tsx";
import { ItemSources } from "./item-sources.tsx";
import { itemTitle } from "./item-title.ts";
import type { LibraryContents } from "./library-contents.ts";
import type { LibraryPorts } from "./library-ports.ts";
import { LinkAddresses } from "./link-addresses.tsx";
import { MaskedNote } from "./masked-note.tsx";
import { MediaAddresses } from "./media-addresses.tsx";
import { OtherPosts } from "./other-posts.tsx";
import { PageCopy } from "./page-copy.tsx";
import { HiddenList } from "./hidden-list.tsx";
import { RedactPicture } from "./redact-picture.tsx";
import { ReadBackChip } from "./read-back-chip.tsx";
import { useFocus } from "../interface/use-focus.ts";
import type { Library } from "./use-library.ts";

interface ItemScreenProps {
  itemId: string;
  library: Library;
  contents: LibraryContents;
  ports: LibraryPorts;
}

export function ItemScreen({ itemId, library, contents, ports }: ItemScreenProps) {
  const { t } = useWords();
  const stored = contents.items.find(({ item }) => item.id === itemId);
  const back = () => library.show({ screen: "timeline" });
  return (
    <>
      <p>
        <button type="button" class="link" data-action="back" onClick={back}>
          {t("item.back")}
        </button>
      </p>
      {stored ? (
        <ItemWhole stored={stored} library={library} contents={contents} ports={ports} />
      ) : (
        <ItemGone />
      )}
    </>
  );
}

function ItemGone() {
  const { t } = useWords();
  return (
    <>
      <h1>{t("item.gone")}</h1>
      <p>{t("item.gone-safe")}</p>
    </>
  );
}

interface ItemWholeProps extends Omit<ItemScreenProps, "itemId"> {
  stored: StoredItem;
}

function ItemWhole({ stored, library, contents, ports }: ItemWholeProps) {
  const { item } = stored;
  if (importedOf(item))
    return <ImportWhole stored={stored} library={library} contents={contents} ports={ports} />;
  return (
    <>
      <ItemHead stored={stored} />
      <div class="halves picture-first">
        <div class="stack">
          <ItemPicture item={item} library={library} ports={ports} />
          <RedactedOf item={item} />
          <ItemNotes item={item} />
        </div>
        <div class="stack">
          {isMaskedPicture(item) && <MaskedNote about={item.about} />}
          <ItemReview item={item} library={library} contents={contents} ports={ports} />
        </div>
      </div>
      <ConversationPanel item={item} library={library} contents={contents} ports={ports} />
      <ItemTags itemId={item.id} contents={contents} onShow={library.show} />
      <OtherPosts item={item} />
      <ItemSources item={item} />
      <RedactPicture item={item} library={library} ports={ports} />
      <HiddenList item={item} />
      <MediaAddresses item={item} files={ports.store} />
      <LinkAddresses item={item} files={ports.store} />
      <PageCopy item={item} files={ports.store} />
      <ItemProof item={item} />
      <ItemFiles item={item} />
      <ItemHistory itemId={item.id} log={contents.log} />
      <ItemActions stored={stored} library={library} contents={contents} ports={ports} />
    </>
  );
}

function ImportWhole({ stored, library, contents, ports }: ItemWholeProps) {
  const { item } = stored;
  return (
    <>
      <ItemHead stored={stored} />
      <ConversationPanel item={item} library={library} contents={contents} ports={ports} />
      <ImportedItem item={item} library={library} contents={contents} ports={ports} />
      <ItemTags itemId={item.id} contents={contents} onShow={library.show} />
      <ItemFiles item={item} />
      <ItemHistory itemId={item.id} log={contents.log} />
      <ItemActions stored={stored} library={library} contents={contents} ports={ports} />
    </>
  );
}

function RedactedOf({ item }: { item: EvidenceItem }) {
  const { t } = useWords();
  const source = item.format === "keepleaf-item-2" ? item.derivedFrom : undefined;
  return source ? <p class="soft">{t("redact.of", { number: source.number })}</p> : null;
}

function isMaskedPicture({ isMasked, picture }: EvidenceItem): boolean {
  return isMasked && picture !== null;
}

function ItemHead({ stored }: { stored: StoredItem }) {
  const heading = useFocus<HTMLHeadingElement>();
  return (
    <div class="row between">
      <h1 ref={heading} tabIndex={-1}>
        <PageText text={itemTitle(stored.item)} />
      </h1>
      <p class="row">
        <ReadBackChip stored={stored} /> <VerdictChip verdict={stored.item.verdict} />
      </p>
    </div>
  );
}

function ItemActions({ stored, library, contents, ports }: ItemWholeProps) {
  const { t } = useWords();
  return (
    <div class="actions between">
      <button
        type="button"
        class="btn main"
        data-action="open-pack"
        onClick={() => library.show({ screen: "pack" })}
      >
        <Icon name="pack" /> {t("kept.pack")}
      </button>
      <DeleteItem stored={stored} library={library} contents={contents} ports={ports} />
    </div>
  );
}
