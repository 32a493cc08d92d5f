/** What nobody can read out of a file, and recipients ask for: address, account, number. Each may stay empty. */
import { correctedFields, correctField, correctionsOf } from "../../../src/evidence/corrections.ts";
import { unknownField } from "../../../src/platforms/decide-field.ts";
import type { FieldName } from "../../../src/platforms/field.ts";
import { FieldLine } from "../../interface/field-line.tsx";
import { type ChipWords, fieldChip } from "../../interface/field-rows.ts";
import { useWords } from "../../interface/words.ts";
import { CorrectField, type Correcting } from "../correct-field.tsx";
import type { ImportedItem } from "./imported-item.tsx";

const asked = [
  "permalink",
  "posterName",
  "posterHandle",
  "posterId",
  "posterProfileUrl",
  "postedAtShown",
] as const satisfies readonly FieldName[];

const notFilled: ChipWords = { look: "missing", icon: "question", word: "import.not-filled" };

type Props = Parameters<typeof ImportedItem>[0];

export function ImportedFields({ item, library, contents, ports }: Props) {
  const { t } = useWords();
  const fields = correctedFields(item.fields, correctionsOf(contents.log, item.id));
  const correcting: Correcting = {
    // There is no page to point at.
    readTexts: null,
    pointing: null,
    correct: async (draft) => {
      await library.attempt(async () => {
        await correctField(ports, item, draft);
        await ports.writeLedger();
        await library.reload();
      });
    },
  };
  return (
    <section class="stack-s">
      <h2>{t("import.fill-in")}</h2>
      <p class="soft">{t("import.fill-in-why")}</p>
      <dl class="fields">
        {asked.map((name) => {
          const field = fields[name] ?? unknownField;
          return (
            <FieldLine
              key={name}
              label={`field.${name}`}
              value={field.value}
              isCode
              chip={field.value === null ? notFilled : fieldChip(field)}
            >
              <CorrectField name={name} field={field} correcting={correcting} />
            </FieldLine>
          );
        })}
      </dl>
    </section>
  );
}
