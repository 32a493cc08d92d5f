/** Which laws apply, by the two ages; the row of this record is tinted and says so. */
import type { Answers } from "../../../src/cases/answers.ts";
import { lawRowFor } from "../../../src/cases/laws-for.ts";
import { type LawRow, lawRows } from "../../../src/data/applicable-laws.ts";
import { useWords } from "../../interface/words.ts";

export function LawTable({ answers }: { answers: Answers }) {
  const { t } = useWords();
  const mine = lawRowFor(answers);
  const isAssumed =
    answers.ageNow === "unknown" || (answers.ageNow === "adult" && answers.ageAtEvent === "unknown");
  return (
    <section class="stack-s">
      <h2>{t("laws.title")}</h2>
      {isAssumed && <p class="soft">{t("laws.assumed")}</p>}
      <table class="law as-cards">
        <thead>
          <tr>
            <th scope="col">{t("laws.now")}</th>
            <th scope="col">{t("laws.then")}</th>
            <th scope="col">{t("laws.laws")}</th>
          </tr>
        </thead>
        <tbody>
          {lawRows.map((row) => (
            <LawLine key={`${row.ageNow} ${row.ageAtEvent}`} row={row} isMine={row === mine} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function LawLine({ row, isMine }: { row: LawRow; isMine: boolean }) {
  const { t } = useWords();
  return (
    <tr class={isMine ? "mine" : undefined} data-mine={isMine}>
      <td>
        {t(`age.${row.ageNow}`)}
        {isMine && (
          <>
            <br />
            <strong>{t("laws.mine")}</strong>
          </>
        )}
      </td>
      <td>{row.ageAtEvent === null ? t("laws.not-asked") : t(`age.${row.ageAtEvent}`)}</td>
      <td>{row.laws.map((law) => t(`law.${law}`)).join(t("laws.between"))}</td>
    </tr>
  );
}
