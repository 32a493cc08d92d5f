/** What became of a reply: who confirms which time, and what is the same as before; or why it was not added. */
import { visibleText } from "../../src/base/visible-text.ts";
import { taipeiTime } from "../../src/report/taipei-time.ts";
import { Note } from "../interface/note.tsx";
import { PageText } from "../interface/page-text.tsx";
import { useWords } from "../interface/words.ts";
import type { StampOutcome } from "./add-stamp.ts";

export function StampResult({ outcome }: { outcome: StampOutcome }) {
  const { t } = useWords();
  if (outcome.kind === "added") return <Added {...outcome} />;
  return (
    <Note tone="look" icon="info">
      <p>{t(`stamp.refused.${outcome.reason}`)}</p>
    </Note>
  );
}

function Added({ name, isLocked, stamp }: Extract<StampOutcome, { kind: "added" }>) {
  const { language, t } = useWords();
  const authority = visibleText(stamp.authority);
  const time = taipeiTime(language, stamp.timeUtc);
  return (
    <Note tone="good" icon="check">
      <p>
        <PageText text={t("stamp.added", { authority, time })} />
      </p>
      <p>
        <PageText text={t("stamp.added-file", { file: name })} />
        {isLocked && ` ${t("stamp.added-locked")}`}
      </p>
      <p>{t("stamp.added-seal")}</p>
      <p class="small">
        <PageText text={t("stamp.added-root", { authority })} />
        <br />
        <span class="mono">{stamp.rootSha256.replace(/(.{4})(?=.)/g, "$1 ")}</span>
      </p>
    </Note>
  );
}
