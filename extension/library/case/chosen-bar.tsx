/** What can be done with the chosen addresses at once. */
import type { UrlRow } from "../../../src/cases/url-rows.ts";
import { Icon } from "../../interface/icon.tsx";
import { useWords } from "../../interface/words.ts";
import type { LibraryPorts } from "../library-ports.ts";
import type { LibraryView } from "../library-view.ts";
import { emptyBody } from "./empty-body.ts";

interface ChosenBarProps {
  rows: readonly UrlRow[];
  ports: LibraryPorts;
  onShow: (view: LibraryView) => void;
}

export function ChosenBar({ rows, ports, onShow }: ChosenBarProps) {
  const { t } = useWords();
  if (rows.length === 0) return null;
  const urlKeys = rows.map(({ key }) => key);
  const now = ports.clock.now();
  const submit = () => {
    const body = { ...emptyBody("submission", now), to: "image-center" as const, urlKeys };
    onShow({ screen: "write", body, replaces: null, back: { screen: "links" } });
  };
  const mark = () => {
    const body = { ...emptyBody("url-status", now), urlKeys };
    onShow({ screen: "write", body, replaces: null, back: { screen: "links" } });
  };
  return (
    <div class="well chosen">
      <span role="status">
        <Icon name="check" /> {t("urls.chosen", { count: rows.length })}
      </span>
      <div class="actions">
        <button
          type="button"
          class="btn"
          data-action="copy-urls"
          onClick={() => void ports.copyText(rows.map(({ urls }) => urls[0]).join("\n"))}
        >
          <Icon name="copy" /> {t("urls.copy")}
        </button>
        <button type="button" class="btn" data-action="submit-urls" onClick={submit}>
          {t("urls.submit")}
        </button>
        <button type="button" class="btn" data-action="mark-urls" onClick={mark}>
          {t("urls.mark")}
        </button>
      </div>
    </div>
  );
}
