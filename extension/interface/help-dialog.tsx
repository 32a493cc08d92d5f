/** Who to turn to, as text to read or dial: nothing in it opens anything. */
import { contactIds, contacts, contactsAsOf } from "../../src/data/contacts.ts";
import { ContactLine } from "./contact-line.tsx";
import { dateWords } from "./date-wording.ts";
import { ModalDialog } from "./modal-dialog.tsx";
import { useWords } from "./words.ts";

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  return (
    <ModalDialog title={t("help.title")} onClose={onClose}>
      {(close) => (
        <>
          <p>{t("help.intro")}</p>
          <Contacts />
          <AboutLeaving />
          <div class="actions">
            <button type="button" class="btn main" data-action="close-help" onClick={close}>
              {t("help.close")}
            </button>
          </div>
        </>
      )}
    </ModalDialog>
  );
}

function Contacts() {
  const { language, t } = useWords();
  return (
    <>
      <ul class="plain contacts">
        {contactIds.map((id) => (
          <ContactLine key={id} id={id} contact={contacts[id]} />
        ))}
      </ul>
      <p class="small soft">{t("help.as-of", { date: dateWords(language, contactsAsOf) })}</p>
    </>
  );
}

/** Said before it is needed, with what it cannot do. */
function AboutLeaving() {
  const { t } = useWords();
  return (
    <div class="stack-s">
      <h3>{t("help.leave-title")}</h3>
      <p class="small">{t("help.leave-what")}</p>
      <p class="small">{t("help.leave-limit")}</p>
    </div>
  );
}
