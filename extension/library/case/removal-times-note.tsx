/** After a report about pictures was sent: when they should be gone, and how long the provider keeps what police need. */
import type { CaseFacts } from "../../../src/cases/case-facts.ts";
import { removalTimes } from "../../../src/cases/removal-times.ts";
import { instantOf } from "../../../src/cases/typed-time.ts";
import { providerKeepsDays } from "../../../src/data/removal-limits.ts";
import { momentWords } from "../../interface/date-wording.ts";
import { useWords } from "../../interface/words.ts";

export function RemovalTimesNote({ facts }: { facts: CaseFacts }) {
  const { language, t } = useWords();
  const sent = facts.submissions.findLast(({ body }) => body.to === "image-center" || body.to === "platform");
  const sentUtc = sent && instantOf(sent.body.submitted, sent.at.offsetMinutes);
  if (!sent || !sentUtc) return null;
  const { hours, expectedByUtc, keptUntilUtc } = removalTimes(facts.answers, sentUtc);
  const words = (utc: string) => momentWords(language, { ...sent.at, utc });
  return (
    <div class="well stack-s" data-removal={hours}>
      <h3>{t("removal.title")}</h3>
      <p>{t("removal.expected", { hours, date: words(expectedByUtc) })}</p>
      <p>{t("removal.kept", { days: providerKeepsDays, date: words(keptUntilUtc) })}</p>
      <p class="small soft">{t("removal.unsure")}</p>
    </div>
  );
}
