/** The button that packs, and how far packing is: the only part of its screen that is drawn anew with every step. */
import type { WordKey } from "../../src/words/say.ts";
import { Icon } from "../interface/icon.tsx";
import { useWords } from "../interface/words.ts";
import type { LibraryPorts } from "./library-ports.ts";
import { PackingProgress } from "./packing-progress.tsx";
import type { Library } from "./use-library.ts";
import { usePacking, type Wish } from "./use-packing.ts";

interface PackLineProps {
  library: Library;
  ports: LibraryPorts;
  wish: Wish;
  canPack: boolean;
  /** What is said while nothing is being packed. */
  before: WordKey;
}

export function PackLine({ library, ports, wish, canPack, before }: PackLineProps) {
  const { t } = useWords();
  const { progress, pack, stop } = usePacking(ports, library);
  const isIdle = progress === null && canPack;
  return (
    <div class="actions">
      <button
        type="button"
        class="btn main"
        data-action="pack"
        aria-disabled={!isIdle}
        onClick={() => isIdle && pack(wish)}
      >
        <Icon name="pack" /> {t(`pack.button.${wish.recipient}`)}
      </button>
      <PackingProgress progress={progress} before={before} onStop={stop} />
    </div>
  );
}
