/** The store cannot be opened: said with what is safe and what to do, every way out in its place. */
import { Brand } from "../interface/brand.tsx";
import type { FailureCode } from "../../src/base/failure.ts";
import { FailureWords } from "../interface/failure-words.tsx";
import { neutralPage } from "../interface/quick-exit.ts";
import { Rail } from "../interface/rail.tsx";
import { ScreenHeading } from "../interface/screen-heading.tsx";
import { useWords } from "../interface/words.ts";

const leave = () => location.replace(neutralPage);

export function ClosedLibrary({ code }: { code: FailureCode }) {
  const { t } = useWords();
  return (
    <>
      <div class="scroller">
        <header class="head">
          <Brand />
        </header>
        <main class="sheet stack" data-screen="failed" data-code={code}>
          <ScreenHeading text={t(`failure.${code}.what`)} />
          <FailureWords code={code} keptCount={null} />
        </main>
      </div>
      <Rail note={t("closed.note")} onStopHere={() => close()} onLeave={leave} />
    </>
  );
}
