/** The list of addresses: paste many, see how each stands, mark several at once. Nothing is visited by itself. */
import { useState } from "preact/hooks";
import type { UrlStatus } from "../../../src/cases/case-fact.ts";
import { urlRows } from "../../../src/cases/url-rows.ts";
import { maskReason } from "../../../src/evidence/capture-mode.ts";
import { ScreenHeading } from "../../interface/screen-heading.tsx";
import { useWords } from "../../interface/words.ts";
import type { LibraryContents } from "../library-contents.ts";
import type { LibraryPorts } from "../library-ports.ts";
import type { Library } from "../use-library.ts";
import { ChosenBar } from "./chosen-bar.tsx";
import { keptAddresses } from "./kept-addresses.ts";
import { PastePanel } from "./paste-panel.tsx";
import { StatusFilters } from "./status-filters.tsx";
import { UrlTable } from "./url-table.tsx";

interface LinksScreenProps {
  library: Library;
  contents: LibraryContents;
  ports: LibraryPorts;
}

export function LinksScreen({ library, contents, ports }: LinksScreenProps) {
  const { t } = useWords();
  const [only, setOnly] = useState<UrlStatus | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const rows = urlRows(contents.facts, keptAddresses(contents.items, contents.log));
  const shown = rows.filter(({ status }) => only === null || status === only);
  const chosenRows = shown.filter(({ key }) => chosen.has(key));
  return (
    <>
      <div>
        <ScreenHeading text={t("urls.title")} />
        <p class="soft">{t("urls.count", { count: rows.length })}</p>
      </div>
      <PastePanel library={library} known={rows.flatMap(({ urls }) => urls)} />
      {rows.length > 0 && (
        <>
          <StatusFilters rows={rows} only={only} onChoose={setOnly} />
          <OpeningHint isTextOnly={isTextOnly(contents)} />
          <UrlTable
            rows={shown}
            chosen={chosen}
            onChoose={setChosen}
            isTextOnly={isTextOnly(contents)}
            onOpenItem={(itemId) => library.show({ screen: "item", itemId })}
          />
          <ChosenBar rows={chosenRows} ports={ports} onShow={library.show} />
        </>
      )}
    </>
  );
}

/** Where pictures must be hidden, an address is text: nothing of ours may open it. */
function isTextOnly({ caseFile, facts }: LibraryContents): boolean {
  return caseFile === null || maskReason(caseFile, facts) !== null;
}

function OpeningHint({ isTextOnly: isText }: { isTextOnly: boolean }) {
  const { t } = useWords();
  return <p class="small soft">{isText ? t("urls.text-only") : t("urls.open-hint")}</p>;
}
