/** Who helps: the three that every screen names, then what fits this case. Text only, nothing opens. */
import type { Answers } from "../../../src/cases/answers.ts";
import { placesFor } from "../../../src/cases/places-for.ts";
import { contactIds, contacts } from "../../../src/data/contacts.ts";
import { formerSites, type HelpPlaceId, helpPlaces, helpPlacesDated } from "../../../src/data/help-places.ts";
import { ContactLine } from "../../interface/contact-line.tsx";
import { dateWords } from "../../interface/date-wording.ts";
import { useWords } from "../../interface/words.ts";

export function PlacesPanel({ answers }: { answers: Answers }) {
  const { language, t } = useWords();
  return (
    <section class="panel stack-s">
      <h2>{t("places.title")}</h2>
      <ul class="plain contacts">
        {contactIds.map((id) => (
          <ContactLine key={id} id={id} contact={contacts[id]} />
        ))}
      </ul>
      {formerSites.map(({ former, now }) => (
        <p key={former} class="small soft">
          {t("places.former", { former, now })}
        </p>
      ))}
      <details>
        <summary>{t("places.more")}</summary>
        <ul class="plain contacts">
          {placesFor(answers).map((id) => (
            <PlaceLine key={id} id={id} />
          ))}
        </ul>
      </details>
      <p class="small soft">{t("help.as-of", { date: dateWords(language, helpPlacesDated.asOf) })}</p>
    </section>
  );
}

function PlaceLine({ id }: { id: HelpPlaceId }) {
  const { t } = useWords();
  const { phone, site, hours, reach } = helpPlaces[id];
  return (
    <li data-place={id}>
      <p>
        <strong>{t(`place.${id}.name`)}</strong>{" "}
        {phone !== null && <strong class="phone nowrap">{phone}</strong>}
      </p>
      <p class="small">{t(`place.${id}.about`)}</p>
      {hours !== null && <p class="small">{hoursWords(t, hours)}</p>}
      {site !== null && <p class="small">{t("contact.site", { site })}</p>}
      {reach !== undefined && <p class="small">{t(`place.reach.${reach}`)}</p>}
    </li>
  );
}

function hoursWords(t: ReturnType<typeof useWords>["t"], hours: { opens: string; closes: string }): string {
  return hours.opens === "00:00" && hours.closes === "24:00"
    ? t("contact.day-and-night")
    : t("contact.hours", hours);
}
