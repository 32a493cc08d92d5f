/** What the person agreed to, where somebody else keeps the record: to add, to correct, to take back. */
import type { BodyOf } from "../../../src/cases/case-fact.ts";
import type { FactEntry } from "../../../src/cases/case-facts.ts";
import { momentWords } from "../../interface/date-wording.ts";
import { PageText } from "../../interface/page-text.tsx";
import { useWords } from "../../interface/words.ts";
import { emptyBody } from "./empty-body.ts";
import type { GuidanceProps } from "./guidance-screen.tsx";

export function ConsentPanel({ contents, ports, onShow }: GuidanceProps) {
  const { t } = useWords();
  const { answers, consents } = contents.facts;
  if (answers.operator === "self" && consents.length === 0) return null;
  const write = (body: BodyOf<"consent">, replaces: string | null) =>
    onShow({ screen: "write", body, replaces, back: { screen: "guidance" } });
  return (
    <section class="panel stack-s" data-consents={consents.length}>
      <h2>{t("consent.panel")}</h2>
      {consents.length === 0 && <p>{t("consent.none")}</p>}
      {consents.map((consent) => (
        <Consent key={consent.id} consent={consent} onEdit={() => write(consent.body, consent.id)} />
      ))}
      <button
        type="button"
        class="btn"
        data-action="add-consent"
        onClick={() => write(emptyBody("consent", ports.clock.now()), null)}
      >
        {t("add.consent")}
      </button>
    </section>
  );
}

function Consent({ consent, onEdit }: { consent: FactEntry<BodyOf<"consent">>; onEdit: () => void }) {
  const { language, t } = useWords();
  const { body, at } = consent;
  const scopes = body.scopes.map((scope) => t(`consent.scope.${scope}`)).join(t("laws.between"));
  return (
    <div>
      <p>{scopes}</p>
      {body.who !== "" && (
        <p class="small">
          <PageText text={body.who} />
        </p>
      )}
      <p class="small soft">{t("told.you-wrote", { date: momentWords(language, at) })}</p>
      <button type="button" class="link" data-action="edit-consent" onClick={onEdit}>
        {t("told.edit")}
      </button>
    </div>
  );
}
