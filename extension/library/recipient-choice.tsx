/** The four recipients, each with what it gets in a word or two. */
import { type Recipient, recipients } from "../../src/bundle/recipient.ts";
import { Choice } from "../interface/choice.tsx";
import { useWords } from "../interface/words.ts";

interface RecipientChoiceProps {
  recipient: Recipient;
  onChoose: (recipient: Recipient) => void;
}

export function RecipientChoice({ recipient, onChoose }: RecipientChoiceProps) {
  const { t } = useWords();
  return (
    <fieldset>
      <legend class="visually-hidden">{t("pack.title")}</legend>
      <div class="choices four">
        {recipients.map((one) => (
          <Choice
            key={one}
            name="recipient"
            value={one}
            isChosen={one === recipient}
            onChoose={() => onChoose(one)}
          >
            <strong>{t(`recipient.${one}`)}</strong>
            <br />
            <span class="small">{t(`pack.gets.${one}`)}</span>
          </Choice>
        ))}
      </div>
    </fieldset>
  );
}
