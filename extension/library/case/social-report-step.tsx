/** The report to social services: whether it is a must, where, and who is bound to it. */
import { dutyFor, isBound } from "../../../src/cases/reporting-duty.ts";
import { boundOccupations, socialReportHours, socialReportSite } from "../../../src/data/reporting-duty.ts";
import { useWords } from "../../interface/words.ts";
import { emptyBody } from "./empty-body.ts";
import type { GuidanceProps } from "./guidance-screen.tsx";
import { StepButton } from "./step-button.tsx";

export function SocialReportStep({ contents, ports, isNow, onShow }: GuidanceProps & { isNow: boolean }) {
  const { t } = useWords();
  const { answers } = contents.facts;
  const duty = dutyFor(answers)?.duty ?? "must-report";
  const values = { site: socialReportSite, hours: socialReportHours };
  const noteReport = () => {
    const body = { ...emptyBody("submission", ports.clock.now()), to: "social-report" as const };
    onShow({ screen: "write", body, replaces: null, back: { screen: "guidance" } });
  };
  return (
    <>
      <p>{t(`social.${duty}`, values)}</p>
      {dutyFor(answers, true) !== null && <p>{t("social.suspect", values)}</p>}
      <details>
        <summary>{t("social.who")}</summary>
        <p class="small" lang="zh-Hant-TW">
          {boundOccupations.join("、")}
        </p>
        {!isBound(answers.operator) && <p class="small">{t("social.other")}</p>}
        <p class="small">{t("social.who-not")}</p>
      </details>
      <div class="actions">
        <StepButton isMain={isNow} action="note-social-report" onPress={noteReport}>
          {t("clock.report")}
        </StepButton>
      </div>
    </>
  );
}
