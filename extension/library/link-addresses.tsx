/** Where a page led: its links as words and text, nothing to press. */
import type { EvidenceItem } from "../../src/evidence/evidence-item.ts";
import type { PageLink } from "../../src/capture/views/page-views.ts";
import type { FileReader } from "../interface/covered-picture.tsx";
import { PageText } from "../interface/page-text.tsx";
import { useWords } from "../interface/words.ts";
import { readLinkList } from "./link-list.ts";
import { useStoredText } from "./stored-text.ts";

interface LinkAddressesProps {
  item: EvidenceItem;
  files: FileReader;
}

export function LinkAddresses({ item, files }: LinkAddressesProps) {
  const { t } = useWords();
  const text = useStoredText({ item, kind: "links", files });
  const links = text === null ? null : readLinkList(text);
  if (!links || links.length === 0) return null;
  return (
    <details class="panel">
      <summary>
        <strong>{t("links.title")}</strong> {t("links.count", { count: links.length })}
      </summary>
      <p class="small soft">{t("links.only-text")}</p>
      <ol class="well small addresses">
        {links.map((link, index) => (
          <li key={`${index} ${link.url}`}>
            <LinkLine link={link} />
          </li>
        ))}
      </ol>
    </details>
  );
}

function LinkLine({ link: { words, url, flags } }: { link: PageLink }) {
  const { t } = useWords();
  return (
    <>
      {words === "" ? <span class="soft">{t("links.no-words")}</span> : <PageText text={words} />}
      <br />
      <span class="mono">
        <PageText text={url} />
      </span>
      {flags.map((flag) => (
        <span key={flag} class="soft">
          {t(`flag.${flag}`)}
        </span>
      ))}
    </>
  );
}
