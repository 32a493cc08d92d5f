/** The result of a check: sound or not, every finding as a sentence, the seal to compare with paper, and its limits. */
import { type Finding, findingSentence } from "../../src/verify/finding.ts";
import type { Verification } from "../../src/verify/verification.ts";
import { Note } from "../interface/note.tsx";
import { PageText } from "../interface/page-text.tsx";
import { useWords } from "../interface/words.ts";
import { CheckLayers } from "./check-layers.tsx";
import { PaperSeal } from "./paper-seal.tsx";

interface CheckResultProps {
  name: string;
  verification: Verification;
}

export function CheckResult({ name, verification }: CheckResultProps) {
  const { findings, seal } = verification;
  return (
    <div class="stack" data-sound={verification.isSound}>
      <p class="soft mono">
        <PageText text={name} />
      </p>
      <Outcome verification={verification} />
      {findings.length > 0 && <Findings findings={findings} isForeign={isAnotherFile(verification)} />}
      {!isAnotherFile(verification) && <CheckLayers verification={verification} />}
      {seal !== null && <PaperSeal seal={seal} />}
      {!isAnotherFile(verification) && <Limits />}
    </div>
  );
}

function Outcome({ verification }: Pick<CheckResultProps, "verification">) {
  return (
    <div role="status">
      <OutcomeNote verification={verification} />
    </div>
  );
}

function OutcomeNote({ verification }: Pick<CheckResultProps, "verification">) {
  const { t } = useWords();
  const { isSound, findings, files, log } = verification;
  if (isSound) {
    return (
      <Note tone="good" icon="check">
        <h2>{t("check.sound")}</h2>
        <p>
          {log.lines > 0
            ? t("check.sound-counts", { files, lines: log.lines })
            : t("check.sound-files", { files })}
        </p>
      </Note>
    );
  }
  if (isAnotherFile(verification)) {
    return (
      <Note tone="plain" icon="info">
        <h2>{t("failure.bundle-refused.what")}</h2>
        <p>{t("failure.bundle-refused.safe")}</p>
      </Note>
    );
  }
  return (
    <Note tone="broken" icon="unequal">
      <h2>{t("check.broken", { count: findings.length })}</h2>
      <p>{t("check.broken-means")}</p>
    </Note>
  );
}

/** Nothing in it could be read as a bundle: another file was chosen, and nothing is broken. */
function isAnotherFile({ seal, files }: Verification): boolean {
  return seal === null && files === 0;
}

function Findings({ findings, isForeign }: { findings: readonly Finding[]; isForeign: boolean }) {
  const { language, t } = useWords();
  const lines = findings.map((finding, place) => ({
    place,
    code: finding.code,
    words: findingSentence(language, finding),
  }));
  return (
    <section class="stack-s">
      <h2>{t(isForeign ? "item.notes" : "check.findings")}</h2>
      <ol>
        {lines.map(({ place, code, words }) => (
          <li key={place} data-finding={code}>
            <PageText text={words} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Limits() {
  const { t } = useWords();
  return (
    <details class="panel">
      <summary>
        <strong>{t("check.limits")}</strong>
      </summary>
      <ul>
        <li>{t("check.limit-site")}</li>
        <li>{t("check.limit-time")}</li>
        <li>{t("check.limit-before")}</li>
        <li>{t("check.limit-person")}</li>
        <li>{t("check.limit-missing")}</li>
        <li>{t("check.limit-remade")}</li>
      </ul>
    </details>
  );
}
