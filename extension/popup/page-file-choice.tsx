/** Whether the browser's own archive of the page is kept as well. The press itself asks for the permission it takes. */
import { useState } from "preact/hooks";
import { useWords } from "../interface/words.ts";

export interface PageFileChoiceProps {
  isWanted: boolean;
  /** Resolves with whether it is allowed. Must be called from the press. */
  onAsk: () => Promise<boolean>;
  onChoose: (isWanted: boolean) => void;
}

export function PageFileChoice({ isWanted, onAsk, onChoose }: PageFileChoiceProps) {
  const { t } = useWords();
  const [isRefused, setIsRefused] = useState(false);
  const change = async (wants: boolean) => {
    const isAllowed = wants && (await onAsk().catch(() => false));
    setIsRefused(wants && !isAllowed);
    onChoose(isAllowed);
  };
  return (
    <div class="stack-s">
      <label class="choice">
        <input
          type="checkbox"
          name="page-file"
          checked={isWanted}
          onChange={(event) => void change(event.currentTarget.checked)}
        />
        <span>{t("page-file.want")}</span>
      </label>
      <p class="small soft" aria-live="polite">
        {t(isRefused ? "page-file.refused" : "page-file.what")}
      </p>
    </div>
  );
}
