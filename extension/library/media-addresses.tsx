/** The addresses of the pictures and films on the page: text only, nothing opens, nothing is fetched. */
import { useEffect, useState } from "preact/hooks";
import type { MediaElement } from "../../src/capture/page-reading.ts";
import type { EvidenceItem } from "../../src/evidence/evidence-item.ts";
import type { FileReader } from "../interface/covered-picture.tsx";
import { PageText } from "../interface/page-text.tsx";
import { useWords } from "../interface/words.ts";
import { readMediaList } from "./media-list.ts";

interface MediaAddressesProps {
  item: EvidenceItem;
  files: FileReader;
}

export function MediaAddresses({ item, files }: MediaAddressesProps) {
  const { t } = useWords();
  const media = useMediaList(item, files);
  if (media.length === 0) return null;
  return (
    <details class="panel">
      <summary>
        <strong>{t("media.title")}</strong> {t("media.count", { count: media.length })}
      </summary>
      <p class="small soft">{t("media.only-text")}</p>
      <ol class="well mono small addresses">
        {media.map(({ url, kind, box }) => (
          <li key={`${kind} ${url} ${box.x} ${box.y}`}>
            <MediaAddress url={url} />
          </li>
        ))}
      </ol>
    </details>
  );
}

/** A picture that stands in the page itself has no address; its bytes as text would help nobody. */
function MediaAddress({ url }: { url: string }) {
  const { t } = useWords();
  return <PageText text={url.startsWith("data:") ? t("media.embedded") : url} />;
}

function useMediaList({ id, files: named }: EvidenceItem, files: FileReader): MediaElement[] {
  const [media, setMedia] = useState<MediaElement[]>([]);
  const name = named.find(({ kind }) => kind === "media")?.name ?? null;
  useEffect(() => {
    let isGone = false;
    const read = async () => {
      const blob = name === null ? null : await files.readFile(id, name).catch(() => null);
      const list = blob ? readMediaList(await blob.text()) : null;
      if (!isGone) setMedia(list ?? []);
    };
    void read();
    return () => {
      isGone = true;
    };
  }, [id, name, files]);
  return media;
}
