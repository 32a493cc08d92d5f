/** The addresses of the pictures and films on the page: text only, nothing opens, nothing is fetched. */
import type { MediaElement } from "../../src/capture/page-reading.ts";
import type { EvidenceItem } from "../../src/evidence/evidence-item.ts";
import type { FileReader } from "../interface/covered-picture.tsx";
import { PageText } from "../interface/page-text.tsx";
import { useWords } from "../interface/words.ts";
import { readMediaList } from "./media-list.ts";
import { useStoredText } from "./stored-text.ts";

interface MediaAddressesProps {
  item: EvidenceItem;
  files: FileReader;
}

export function MediaAddresses({ item, files }: MediaAddressesProps) {
  const { t } = useWords();
  const text = useStoredText({ item, kind: "media", files });
  const media = (text === null ? null : readMediaList(text)) ?? [];
  if (media.length === 0) return null;
  return (
    <details class="panel">
      <summary>
        <strong>{t("media.title")}</strong> {t("media.count", { count: media.length })}
      </summary>
      <p class="small soft">{t("media.only-text")}</p>
      <ol class="well mono small addresses">
        {media.map((element, index) => (
          <li key={`${index} ${element.url}`}>
            <MediaAddress element={element} />
          </li>
        ))}
      </ol>
    </details>
  );
}

/** A picture that stands in the page itself has no address; its bytes as text would help nobody. */
function MediaAddress({ element: { url, flags = [] } }: { element: MediaElement }) {
  const { t } = useWords();
  if (url.startsWith("data:")) return <PageText text={t("media.embedded")} />;
  return (
    <>
      <PageText text={url} />
      {flags.map((flag) => (
        <span key={flag} class="soft">
          {t(`flag.${flag}`)}
        </span>
      ))}
    </>
  );
}
