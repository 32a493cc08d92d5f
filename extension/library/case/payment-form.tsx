/** Money that went or was asked for: by what, to which account, how much, when. */
import { useState } from "preact/hooks";
import { type BodyOf, paymentMeans } from "../../../src/cases/case-fact.ts";
import { useWords } from "../../interface/words.ts";
import { readAmount } from "./amount.ts";
import { LineField, OneOf, WordsField } from "./fields.tsx";
import { TypedTimeFields } from "./typed-time-fields.tsx";

interface PaymentFormProps {
  value: BodyOf<"payment">;
  onChange: (body: BodyOf<"payment">) => void;
  /** What keeps it from being written down; null when nothing does. */
  onTrouble: (trouble: string | null) => void;
}

const answers = ["yes", "no"] as const;

export function PaymentForm({ value, onChange, onTrouble }: PaymentFormProps) {
  const { t } = useWords();
  return (
    <>
      <OneOf
        legend={t("payment.is-paid")}
        name="is-paid"
        options={answers}
        value={value.isPaid ? "yes" : "no"}
        wordFor={(answer) => t(`payment.${answer}`)}
        onChange={(answer) => onChange({ ...value, isPaid: answer === "yes" })}
      />
      <OneOf
        legend={t("payment.means")}
        name="means"
        options={paymentMeans}
        value={value.means}
        wordFor={(means) => t(`means.${means}`)}
        onChange={(means) => onChange({ ...value, means })}
      />
      <AmountFields value={value} onChange={onChange} onTrouble={onTrouble} />
      <LineField
        label={t("payment.account")}
        hint={t("payment.account-hint")}
        name="account"
        value={value.account}
        onChange={(account) => onChange({ ...value, account })}
      />
      <TypedTimeFields
        legend={t("payment.when")}
        name="paid"
        value={value.paid}
        onChange={(paid) => onChange({ ...value, paid })}
      />
      <WordsField
        label={t("payment.words")}
        name="words"
        value={value.words}
        onChange={(words) => onChange({ ...value, words })}
      />
    </>
  );
}

function AmountFields({ value, onChange, onTrouble }: PaymentFormProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState(value.amount ?? "");
  const read = (text: string) => {
    setTyped(text);
    const amount = readAmount(text);
    onTrouble(amount === undefined ? t("payment.amount-wrong") : null);
    if (amount !== undefined) onChange({ ...value, amount });
  };
  return (
    <div class="side-by-side">
      <LineField
        label={t("payment.amount")}
        hint={t("payment.amount-hint")}
        name="amount"
        value={typed}
        onChange={read}
      />
      <LineField
        label={t("payment.currency")}
        hint={t("payment.currency-hint")}
        name="currency"
        value={value.currency}
        onChange={(currency) => onChange({ ...value, currency: currency.slice(0, 12) })}
      />
    </div>
  );
}
