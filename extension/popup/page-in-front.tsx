/** Which page would be kept: its site and its title, never its picture. */
import { PageText } from "../interface/page-text.tsx";
import { useWords } from "../interface/words.ts";
import type { TabInFront } from "../browser/active-tab.ts";
import { siteOf } from "./site-of.ts";

export function PageInFront({ tab }: { tab: TabInFront }) {
  const { t } = useWords();
  const site = siteOf(tab.url);
  if (site.kind === "closed") return <p class="soft small">{t("idle.page-closed")}</p>;
  return (
    <p class="soft small page-in-front">
      {site.kind === "file" ? t("idle.page-file") : t("idle.page-web", { host: site.host })}
      {tab.title && (
        <span class="title">
          <PageText text={tab.title} />
        </span>
      )}
    </p>
  );
}
