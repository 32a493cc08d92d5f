/** The way through the school report's menu, chosen by age and types; two reports where two are due. */
import { allTags } from "../../../src/cases/all-tags.ts";
import { menuPath, type SchoolReport, schoolReports } from "../../../src/cases/school-reports.ts";
import { digitalAnswer } from "../../../src/data/school-report.ts";
import { menuLabelOf } from "../../../src/data/violence-types.ts";
import { Icon } from "../../interface/icon.tsx";
import { useWords, type Words } from "../../interface/words.ts";
import { emptyBody } from "./empty-body.ts";
import type { GuidanceProps } from "./guidance-screen.tsx";
import { StepButton } from "./step-button.tsx";

export function SchoolReportStep({ contents, ports, isNow, onShow }: GuidanceProps & { isNow: boolean }) {
  const { t } = useWords();
  const { answers, tags } = contents.facts;
  const all = allTags(
    contents.facts,
    contents.items.map(({ item }) => item.id),
  );
  const reports = schoolReports(answers, all);
  const now = ports.clock.now();
  const chooseTypes = () => {
    const body = { ...emptyBody("tags", now), tags };
    onShow({ screen: "write", body, replaces: null, back: { screen: "guidance" } });
  };
  const noteReport = () => {
    const body = { ...emptyBody("submission", now), to: "school-report" as const };
    onShow({ screen: "write", body, replaces: null, back: { screen: "guidance" } });
  };
  const text = reports.map((report) => pathText(t, report)).join("\n\n");
  return (
    <>
      {reports.length > 1 && <p>{t("school.two")}</p>}
      <p>{t("school.path")}</p>
      {reports.map((report, index) => (
        <MenuPath key={report.row.event} report={report} number={reports.length > 1 ? index + 1 : null} />
      ))}
      <ul class="small soft">
        {reports[0]?.row.age === "under-18" && <li>{t("school.names")}</li>}
        <li>{t("school.two-names")}</li>
        {all.types.length > tags.types.length && <li>{t("school.from-items")}</li>}
        {answers.ageNow === "adult" && answers.ageAtEvent !== "adult" && <li>{t("school.by-now")}</li>}
      </ul>
      <div class="actions">
        <StepButton isMain={isNow} action="choose-types" onPress={chooseTypes}>
          {t("school.choose-types")}
        </StepButton>
        <StepButton action="copy-path" onPress={() => void ports.copyText(text)}>
          <Icon name="copy" /> {t("school.copy")}
        </StepButton>
        <StepButton action="note-school-report" onPress={noteReport}>
          {t("clock.report")}
        </StepButton>
      </div>
    </>
  );
}

interface MenuPathProps {
  report: SchoolReport;
  /** Which of several; null when there is one. */
  number: number | null;
}

/** The labels are those of the system, Chinese in either language. */
function MenuPath({ report, number }: MenuPathProps) {
  const { t } = useWords();
  const { row, types } = report;
  return (
    <div class="well stack-s" data-matter={row.matter}>
      {number !== null && <h3>{t("school.nth", { number })}</h3>}
      <p lang="zh-Hant-TW">{menuPath(row).join(" › ")}</p>
      <p>{t("school.digital", { answer: digitalAnswer })}</p>
      {row.special !== null && <p>{t("school.special", { label: row.special })}</p>}
      {types.length === 0 ? (
        <p class="soft">{t("school.no-types")}</p>
      ) : (
        <ul lang="zh-Hant-TW">
          {types.map((type) => (
            <li key={type}>{menuLabelOf(type)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** For pasting into notes: the system itself is a menu. */
function pathText(t: Words["t"], { row, types }: SchoolReport): string {
  return [
    menuPath(row).join(" > "),
    t("school.digital", { answer: digitalAnswer }),
    ...(row.special === null ? [] : [row.special]),
    ...types.map(menuLabelOf),
  ].join("\n");
}
