/** One way to reach help: who, what for, number, hours. */
import { type Contact, type ContactId, isDayAndNight } from "../../src/data/contacts.ts";
import { useWords, type Words } from "./words.ts";

export function ContactLine({ id, contact }: { id: ContactId; contact: Contact }) {
  const { t } = useWords();
  return (
    <li>
      <p>
        <strong>{t(`contact.${id}.name`)}</strong> <strong class="phone nowrap">{contact.phone}</strong>
      </p>
      <p class="small">{t(`contact.${id}.about`)}</p>
      <p class="small">{hoursWords(t, contact)}</p>
      {contact.site !== null && <p class="small">{t("contact.site", { site: contact.site })}</p>}
    </li>
  );
}

function hoursWords(t: Words["t"], contact: Contact): string {
  const hours = isDayAndNight(contact) ? t("contact.day-and-night") : t("contact.hours", contact.hours);
  return contact.isFree ? `${hours}${t("contact.free")}` : hours;
}
