/** Who to turn to, as text to read or dial: nothing in it opens anything. */
import { contactIds, contacts, contactsAsOf } from "../../src/data/contacts.ts";
import { ContactLine } from "./contact-line.tsx";
import { dateWords } from "./date-wording.ts";
import { ModalDialog } from "./modal-dialog.tsx";
import { useWords } from "./words.ts";

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { language, t } = useWords();
  return (
    <ModalDialog title={t("help.title")} onClose={onClose}>
      <p>{t("help.intro")}</p>
      <ul class="plain contacts">
        {contactIds.map((id) => (
          <ContactLine key={id} id={id} contact={contacts[id]} />
        ))}
      </ul>
      <p class="small soft">{t("help.as-of", { date: dateWords(language, contactsAsOf) })}</p>
      <div class="stack-s">
        <h3>{t("help.leave-title")}</h3>
        <p class="small">{t("help.leave-what")}</p>
        <p class="small">{t("help.leave-limit")}</p>
      </div>
      <form method="dialog" class="actions">
        <button type="submit" class="btn main">
          {t("help.close")}
        </button>
      </form>
    </ModalDialog>
  );
}
