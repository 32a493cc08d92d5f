/** What a step says and which buttons it has; only the step for now has the filled one. */
import type { StepId } from "../../../src/data/next-steps.ts";
import { useWords } from "../../interface/words.ts";
import { emptyBody } from "./empty-body.ts";
import type { GuidanceProps } from "./guidance-screen.tsx";
import { RemovalTimesNote } from "./removal-times-note.tsx";
import { SchoolReportStep } from "./school-report-step.tsx";
import { SocialReportStep } from "./social-report-step.tsx";
import { StepButton } from "./step-button.tsx";

interface StepProps extends GuidanceProps {
  isNow: boolean;
}

export function StepBody({ id, ...props }: StepProps & { id: StepId }) {
  switch (id) {
    case "keep":
      return <KeepStep {...props} />;
    case "police-and-center":
      return <PoliceStep {...props} />;
    case "school-report":
      return <SchoolReportStep {...props} />;
    case "social-report":
      return <SocialReportStep {...props} />;
    case "platform":
      return <PlatformStep {...props} />;
    case "privacy":
      return <PrivacyStep {...props} />;
  }
}

function KeepStep({ contents }: StepProps) {
  const { t } = useWords();
  const count = contents.items.length;
  return <p>{count > 0 ? t("step.keep.done", { count }) : t("step.keep.todo")}</p>;
}

function PoliceStep({ contents, ports, isNow, onShow }: StepProps) {
  const { t } = useWords();
  const { answers } = contents.facts;
  const note = (to: "police" | "image-center") => {
    const body = { ...emptyBody("submission", ports.clock.now()), to };
    onShow({ screen: "write", body, replaces: null, back: { screen: "guidance" } });
  };
  return (
    <>
      <p>{t("step.police-and-center.text")}</p>
      <p>{t(`step.police-and-center.role.${answers.operator}`)}</p>
      <div class="actions">
        <StepButton isMain={isNow} action="step-pack" onPress={() => onShow({ screen: "pack" })}>
          {t("step.pack")}
        </StepButton>
        <StepButton action="note-police" onPress={() => note("police")}>
          {t("step.note-police")}
        </StepButton>
        <StepButton action="note-center" onPress={() => note("image-center")}>
          {t("step.note-center")}
        </StepButton>
      </div>
      <RemovalTimesNote facts={contents.facts} />
    </>
  );
}

function PlatformStep({ ports, isNow, onShow }: StepProps) {
  const { t } = useWords();
  const note = () => {
    const body = { ...emptyBody("submission", ports.clock.now()), to: "platform" as const };
    onShow({ screen: "write", body, replaces: null, back: { screen: "guidance" } });
  };
  return (
    <>
      <p>{t("step.platform.text")}</p>
      <div class="actions">
        <StepButton isMain={isNow} action="note-platform" onPress={note}>
          {t("step.platform.note")}
        </StepButton>
      </div>
    </>
  );
}

function PrivacyStep({ ports, isNow, onShow }: StepProps) {
  const { t } = useWords();
  const note = () => {
    const body = { ...emptyBody("action", ports.clock.now()), action: "privacy-raised" as const };
    onShow({ screen: "write", body, replaces: null, back: { screen: "guidance" } });
  };
  return (
    <>
      <p>{t("step.privacy.text")}</p>
      <div class="actions">
        <StepButton isMain={isNow} action="note-privacy" onPress={note}>
          {t("step.privacy.note")}
        </StepButton>
      </div>
    </>
  );
}
