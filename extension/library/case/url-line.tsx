/** One address: whole, as text where it must be, with every other spelling one press away. */
import type { UrlRow } from "../../../src/cases/url-rows.ts";
import { momentWords } from "../../interface/date-wording.ts";
import { Icon } from "../../interface/icon.tsx";
import { PageText } from "../../interface/page-text.tsx";
import { useWords } from "../../interface/words.ts";
import { statusIcons } from "./status-filters.tsx";

interface UrlLineProps {
  row: UrlRow;
  isChosen: boolean;
  onToggle: () => void;
  isTextOnly: boolean;
  onOpenItem: (itemId: string) => void;
}

export function UrlLine({ row, isChosen, onToggle, isTextOnly, onOpenItem }: UrlLineProps) {
  const { t } = useWords();
  const { urls, kept, status, receipt } = row;
  const poster = kept.find((item) => item.poster !== null)?.poster ?? null;
  const newest = kept.at(-1);
  return (
    <tr data-status={status} data-kept={kept.length > 0} class={isChosen ? "mine" : undefined}>
      <td>
        <label class="tick">
          <input
            type="checkbox"
            name="url"
            aria-label={`${t("urls.select")} ${urls[0] ?? row.key}`}
            checked={isChosen}
            onChange={onToggle}
          />
        </label>
      </td>
      <td class="mono">
        <Address url={urls[0] ?? row.key} isTextOnly={isTextOnly} />
        <Others urls={urls.slice(1)} />
      </td>
      <td data-head={t("urls.col-account")}>
        {poster === null ? <span class="soft">{t("urls.unknown")}</span> : <PageText text={poster} />}
      </td>
      <td data-head={t("urls.col-kept")}>
        <Icon name={newest ? "check" : "open"} />{" "}
        {newest ? (
          <button type="button" class="link" onClick={() => onOpenItem(newest.itemId)}>
            {t("urls.kept")}
          </button>
        ) : (
          t("urls.not-kept")
        )}
      </td>
      <td data-head={t("urls.col-status")}>
        <span class="nowrap">
          <Icon name={statusIcons[status]} /> {t(`status.${status}`)}
        </span>
      </td>
      {receipt === "" && row.seen === null ? (
        <td />
      ) : (
        <td data-head={t("urls.col-receipt")}>
          <PageText text={receipt} />
          <Seen seen={row.seen} />
        </td>
      )}
    </tr>
  );
}

/** A link only where pictures may be kept, and then without telling the page where it came from. */
function Address({ url, isTextOnly }: { url: string; isTextOnly: boolean }) {
  if (isTextOnly || !/^https?:/i.test(url)) return <PageText text={url} />;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
      <PageText text={url} />
    </a>
  );
}

function Others({ urls }: { urls: readonly string[] }) {
  const { t } = useWords();
  if (urls.length === 0) return null;
  return (
    <details class="small">
      <summary>{t("urls.also", { count: urls.length })}</summary>
      <ul class="plain">
        {urls.map((url) => (
          <li key={url}>
            <PageText text={url} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Seen({ seen }: Pick<UrlRow, "seen">) {
  const { language } = useWords();
  if (seen === null) return null;
  const { time, at } = seen;
  const words =
    time.day === null
      ? time.words || momentWords(language, at)
      : [time.day, time.clock].filter(Boolean).join(" ");
  return <span class="small soft hint">{words}</span>;
}
