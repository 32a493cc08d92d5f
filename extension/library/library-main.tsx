/** One screen of the library, with what it says of itself. */
import { isUnanswered } from "../../src/evidence/choose-case.ts";
import { deletionsOf } from "../../src/evidence/deletions.ts";
import { FailurePanel } from "../interface/failure-words.tsx";
import { Note } from "../interface/note.tsx";
import { useWords } from "../interface/words.ts";
import { toldEvents } from "../../src/cases/timeline.ts";
import { GuidanceScreen } from "./case/guidance-screen.tsx";
import { IntakeScreen } from "./case/intake-screen.tsx";
import { LinksScreen } from "./case/links-screen.tsx";
import { WriteScreen } from "./case/write-screen.tsx";
import type { BundleToStamp } from "./add-stamp.ts";
import { CheckScreen, type RestoreDoor } from "./check-screen.tsx";
import { checkWorkers } from "./check-workers.ts";
import { EmptyScreen } from "./empty-screen.tsx";
import { ImportScreen } from "./import/import-screen.tsx";
import { ItemScreen } from "./item-screen.tsx";
import type { LibraryContents } from "./library-contents.ts";
import type { LibraryPorts } from "./library-ports.ts";
import type { LibraryView } from "./library-view.ts";
import { LostNote } from "./lost-note.tsx";
import { PackScreen } from "./pack-screen.tsx";
import { PackedScreen } from "./packed-screen.tsx";
import { restoreBundle } from "./restore-bundle.ts";
import type { RestoreOutcome } from "./restore-panel.tsx";
import { PurgeScreen } from "./purge/purge-screen.tsx";
import { RetentionPanel } from "./purge/retention-panel.tsx";
import { StampPanel } from "./stamp-panel.tsx";
import { TimelineScreen } from "./timeline-screen.tsx";
import type { Library } from "./use-library.ts";
import { wrongTryLog } from "./wrong-try-log.ts";

const threads = checkWorkers(
  () => new Worker(new URL("./check-worker.ts", import.meta.url), { type: "module" }),
);

interface LibraryMainProps {
  library: Library;
  ports: LibraryPorts;
}

export function LibraryMain({ library, ports }: LibraryMainProps) {
  const { contents, failure, ledger, view } = library;
  return (
    <main class="sheet stack" {...marksOf(library)}>
      {ledger.kind === "lost" && <LostNote items={ledger.items} />}
      {failure !== null && <FailurePanel {...failure} keptCount={contents?.keptCount ?? null} />}
      <ClearedNote view={view} />
      {contents ? <LibraryScreen library={library} contents={contents} ports={ports} /> : <Opening />}
    </main>
  );
}

function Opening() {
  const { t } = useWords();
  return <h1 class="visually-hidden">{t("app.opening")}</h1>;
}

function ClearedNote({ view }: { view: LibraryView }) {
  const { t } = useWords();
  if (view.screen !== "timeline" || view.cleared === undefined) return null;
  const [number = 0, ...more] = view.cleared;
  return (
    <div role="status">
      <Note tone="plain" icon="info">
        <p>
          {more.length === 0
            ? t("delete.done", { number })
            : t("delete.done-many", { count: view.cleared.length })}
        </p>
      </Note>
    </div>
  );
}

/** What can be read off the screen without reading its words. */
function marksOf({ contents, view }: Library): Record<string, string> {
  if (!contents) return { "data-screen": "loading" };
  if (view.screen === "packed") {
    const { seal, name } = view.packed;
    return { "data-screen": "packed", "data-seal": seal, "data-file": name };
  }
  if (view.screen === "item") return { "data-screen": "item", "data-item-id": view.itemId };
  return { "data-screen": isEmpty(contents, view) ? "empty" : view.screen };
}

/** Without an item there is nothing to delete, and without a word of one's own nothing to pack or to look at. */
function isEmpty({ items, facts, log }: LibraryContents, { screen }: LibraryView): boolean {
  if (items.length > 0) return false;
  if (screen === "purge") return true;
  if (screen === "pack") return facts.records.length === 0;
  return screen === "timeline" && toldEvents(facts).length === 0 && deletionsOf(log).length === 0;
}

function askedAbout({ caseFile, facts }: LibraryContents, of: "shown" | "unanswered" | "new") {
  if (of === "new" || (of === "unanswered" && !isUnanswered(facts.answers))) return null;
  return caseFile;
}

async function restoreAndReload(
  library: Library,
  ports: LibraryPorts,
  { zip, seal }: { zip: Blob; seal: string },
): Promise<RestoreOutcome> {
  const outcome = await restoreBundle(ports, zip, seal);
  await library.reload();
  return outcome;
}

function doorTo(library: Library, ports: LibraryPorts): RestoreDoor {
  return {
    bring: (zip, seal) => restoreAndReload(library, ports, { zip, seal }),
    open: library.chooseCase,
  };
}

function LibraryScreen(props: LibraryMainProps & { contents: LibraryContents }) {
  const { contents, ports, library } = props;
  const { view, show } = library;
  const { caseFile } = contents;
  if (view.screen === "check") {
    const stampPanel = (bundle: BundleToStamp) => <StampPanel bundle={bundle} ports={ports} />;
    const doors = { restore: doorTo(library, ports), stampPanel, saveFile: ports.saveFile };
    return <CheckScreen {...doors} threads={threads} wrongTryLog={wrongTryLog(ports)} />;
  }
  if (view.screen === "intake") {
    const of = askedAbout(contents, view.of);
    return <IntakeScreen library={library} ports={ports} of={of} answers={contents.facts.answers} />;
  }
  if (view.screen === "packed") {
    return <PackedScreen packed={view.packed} ports={ports} onShow={show} />;
  }
  if (view.screen === "import") return <ImportScreen {...props} />;
  if (view.screen === "links") return <LinksScreen {...props} />;
  if (view.screen === "guidance") return <GuidanceScreen contents={contents} ports={ports} onShow={show} />;
  if (view.screen === "write") return <WriteScreen {...props} view={view} />;
  if (!caseFile || isEmpty(contents, view)) return <EmptyScreen now={ports.clock.now()} onShow={show} />;
  if (view.screen === "pack") return <PackScreen {...props} caseFile={caseFile} />;
  if (view.screen === "purge") return <PurgeScreen {...props} view={view} />;
  if (view.screen === "item") return <ItemScreen key={view.itemId} {...props} itemId={view.itemId} />;
  return (
    <TimelineScreen
      contents={contents}
      caseFile={caseFile}
      files={ports.store}
      today={ports.clock.now()}
      only={library.only}
      onOnly={library.lookOnlyAt}
      folds={library.folds}
      onShow={show}
      question={<RetentionPanel {...props} caseFile={caseFile} />}
    />
  );
}
