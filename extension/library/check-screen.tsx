/** Checking a bundle, ours or anybody's: nothing of it is kept unless somebody asks, nothing of it is changed. */
import { useRef, useState } from "preact/hooks";
import { isWhole } from "../../src/bundle/recipient.ts";
import { type Verification, verifyBundle } from "../../src/verify/verify-bundle.ts";
import { ScreenHeading } from "../interface/screen-heading.tsx";
import { useWords } from "../interface/words.ts";
import { CheckResult } from "./check-result.tsx";
import { type RestoreOutcome, RestorePanel } from "./restore-panel.tsx";

type Checking =
  | { step: "waiting" }
  | { step: "reading"; name: string }
  | { step: "checked"; name: string; file: File; verification: Verification };

interface CheckScreenProps {
  /** Brings a backup back; null where there is no place to bring it to. */
  restore: ((file: File, seal: string) => Promise<RestoreOutcome>) | null;
}

export function CheckScreen({ restore }: CheckScreenProps) {
  const { t } = useWords();
  const { checking, check } = useChecking();
  return (
    <>
      <ScreenHeading text={t("check.title")} />
      <p>{t("check.how")}</p>
      <label class="field" for="bundle">
        {t("check.choose")}
      </label>
      <input
        id="bundle"
        type="file"
        name="bundle"
        accept=".zip"
        onChange={({ currentTarget: { files } }) => check(files?.[0] ?? null)}
      />
      <div role="status">
        {checking.step === "reading" && <p>{t("check.reading", { name: checking.name })}</p>}
      </div>
      {checking.step === "checked" && (
        <>
          <CheckResult key={checking.name} name={checking.name} verification={checking.verification} />
          {restore && canRestore(checking.verification) && (
            <RestorePanel
              key={checking.file.lastModified}
              onRestore={() => restore(checking.file, checking.verification.seal ?? "")}
            />
          )}
        </>
      )}
    </>
  );
}

/** Only what left nothing out; damaged ones too, as far as they are whole. */
function canRestore({ recipient }: Verification): boolean {
  return recipient !== null && isWhole(recipient);
}

/** A second file replaces the first, even while the first is still being read. */
function useChecking(): { checking: Checking; check: (file: File | null) => void } {
  const [checking, setChecking] = useState<Checking>({ step: "waiting" });
  const running = useRef<AbortController | null>(null);
  const check = (file: File | null) => {
    if (!file) return;
    running.current?.abort();
    const life = new AbortController();
    running.current = life;
    setChecking({ step: "reading", name: file.name });
    void verifyBundle(file, { signal: life.signal }).then(
      (verification) => setChecking({ step: "checked", name: file.name, file, verification }),
      () => undefined,
    );
  };
  return { checking, check };
}
