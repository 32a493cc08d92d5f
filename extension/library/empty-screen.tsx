/** Nothing here yet: how the first thing gets here. */
import type { Moment } from "../../src/base/clock.ts";
import { ScreenHeading } from "../interface/screen-heading.tsx";
import { useWords } from "../interface/words.ts";
import { AddMore } from "./case/add-more.tsx";
import type { LibraryView } from "./library-view.ts";

interface EmptyScreenProps {
  now: Moment;
  onShow: (view: LibraryView) => void;
}

export function EmptyScreen({ now, onShow }: EmptyScreenProps) {
  const { t } = useWords();
  return (
    <div class="first stack">
      <svg class="sprout" viewBox="0 0 96 96" aria-hidden="true">
        <path d="M20 92V36M20 68l13-10" />
        <path
          class="dashed"
          d="M82 14v22c0 13-9 22-24 22H33V38c0-14 10-24 25-24zM46 28h24M46 37h24M46 46h13"
        />
      </svg>
      <ScreenHeading text={t("empty.title")} />
      <p>{t("empty.how")}</p>
      <p class="soft">{t("empty.where")}</p>
      <AddMore now={now} onShow={onShow} />
    </div>
  );
}
