/** The place of a picture, covered: blurred where pictures may be kept, an empty mount where they were hidden. */
import { useCallback } from "preact/hooks";
import { type EvidenceItem, importedOf } from "../../src/evidence/evidence-item.ts";
import { Icon } from "./icon.tsx";
import { useBlobUrl } from "./use-blob-url.ts";
import { useWords } from "./words.ts";

export interface FileReader {
  readFile: (itemId: string, name: string) => Promise<Blob | null>;
}

interface CoveredPictureProps {
  item: EvidenceItem;
  files: FileReader;
  /** `small` in lists, where the words are short. */
  size: "small" | "wide";
}

export function CoveredPicture({ item, files, size }: CoveredPictureProps) {
  const { t } = useWords();
  const file = item.picture?.frames[0]?.file ?? null;
  if (importedOf(item)) return <EmptyMount size={size} words={t("import.mount")} />;
  if (file === null) return <EmptyMount size={size} words={t(`mount.no-picture.${size}`)} />;
  if (item.isMasked) return <EmptyMount size={size} words={t(`mount.masked.${size}`)} />;
  return <BlurredPicture itemId={item.id} file={file} files={files} size={size} />;
}

function EmptyMount({ size, words }: { size: "small" | "wide"; words: string }) {
  return (
    <div class={size === "small" ? "pic small mount" : "pic mount"}>
      <span>{words}</span>
    </div>
  );
}

interface BlurredPictureProps extends Omit<CoveredPictureProps, "item"> {
  itemId: string;
  file: string;
}

function BlurredPicture({ itemId, file, files, size }: BlurredPictureProps) {
  const { t } = useWords();
  const url = useBlobUrl(useCallback(() => files.readFile(itemId, file), [files, itemId, file]));
  return (
    <figure class={size === "small" ? "pic small" : "pic"}>
      {url !== null && <img class="covered" src={url} alt="" loading="lazy" />}
      <figcaption class="cover">
        <Icon name="covered" /> {t(`cover.${size}`)}
      </figcaption>
    </figure>
  );
}
