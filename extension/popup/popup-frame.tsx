/** The frame of every popup screen: header, the screen itself, the rail. */
import { Brand } from "../interface/brand.tsx";
import type { ComponentChildren } from "preact";
import { Rail } from "../interface/rail.tsx";
import { useWords } from "../interface/words.ts";
import type { PopupExits } from "./popup-ports.ts";

/** What can be read off a screen without reading its words. */
export interface ScreenMarks {
  "data-screen": "loading" | "idle" | "capturing" | "kept" | "failed";
  "data-code"?: string;
  /** Why pictures of the next page are hidden, or `none`. */
  "data-mask"?: string;
  "data-item-id"?: string;
}

interface PopupFrameProps {
  marks: ScreenMarks;
  caseCode: string | null;
  exits: PopupExits;
  children: ComponentChildren;
}

export function PopupFrame({ marks, caseCode, exits, children }: PopupFrameProps) {
  const { t } = useWords();
  return (
    <>
      <div class="scroller">
        <header class="head">
          <Brand />
          {caseCode !== null && <span class="case soft">{t("case.name", { code: caseCode })}</span>}
        </header>
        <main class="stack" {...marks}>
          {children}
        </main>
      </div>
      <Rail onStopHere={exits.close} onLeave={exits.leave} />
    </>
  );
}
