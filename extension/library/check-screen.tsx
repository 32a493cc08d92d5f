/** Checking a bundle, ours or anybody's: nothing of it is kept, nothing of it is changed. */
import { useRef, useState } from "preact/hooks";
import { type Verification, verifyBundle } from "../../src/verify/verify-bundle.ts";
import { ScreenHeading } from "../interface/screen-heading.tsx";
import { useWords } from "../interface/words.ts";
import { CheckResult } from "./check-result.tsx";

type Checking =
  | { step: "waiting" }
  | { step: "reading"; name: string }
  | { step: "checked"; name: string; verification: Verification };

export function CheckScreen() {
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
        <CheckResult key={checking.name} name={checking.name} verification={checking.verification} />
      )}
    </>
  );
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
      (verification) => setChecking({ step: "checked", name: file.name, verification }),
      () => undefined,
    );
  };
  return { checking, check };
}
