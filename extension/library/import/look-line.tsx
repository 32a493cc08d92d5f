/** One chosen file: what it is and what was understood of it, a question about its dates, or why it is not taken. */
import type { ChatTime } from "../../../src/chats/chat-time.ts";
import type { DayOrder } from "../../../src/chats/whatsapp-days.ts";
import type { Look } from "../../../src/evidence/imports/look-at-file.ts";
import { chatSummary } from "../../../src/evidence/imports/make-import.ts";
import { chatWords } from "../../../src/report/import-rows.ts";
import { Chip } from "../../interface/chip.tsx";
import { Icon } from "../../interface/icon.tsx";
import { PageText } from "../../interface/page-text.tsx";
import { sizeWords } from "../../interface/size-wording.ts";
import { useWords } from "../../interface/words.ts";
import { MissedLines } from "../conversation/missed-lines.tsx";
import type { Imports } from "./use-imports.ts";

interface LookLineProps<Of extends Look = Look> {
  look: Of;
  imports: Imports;
}

export function LookLine({ look, imports }: LookLineProps) {
  const { t } = useWords();
  const { name, blob } = look.chosen;
  return (
    <li
      class="panel stack-s"
      data-look={look.kind}
      {...(look.kind === "refused" && { "data-code": look.code })}
    >
      <div class="row between">
        <p>
          <strong>
            <PageText text={name} />
          </strong>{" "}
          <span class="small soft">{sizeWords(blob.size)}</span>
        </p>
        <button
          type="button"
          class="btn text"
          data-action="put-aside"
          aria-label={t("import.put-aside-of", { name })}
          onClick={() => imports.remove(look)}
        >
          {t("import.put-aside")}
        </button>
      </div>
      <Found look={look} imports={imports} />
    </li>
  );
}

function Found({ look, imports }: LookLineProps) {
  const { t } = useWords();
  switch (look.kind) {
    case "refused":
      return (
        <p>
          <Icon name="blocked" /> {t(`import.refused.${look.code}`, { detail: look.detail })}
        </p>
      );
    case "file":
      return (
        <p>
          <Chip look="none" icon="doc" text={t(`import.form.${look.form.kind}`)} /> {t("import.kept-unread")}
        </p>
      );
    case "ask-day-order":
      return <DayOrderQuestion look={look} imports={imports} />;
    case "chat":
      return <ChatFound look={look} />;
  }
}

function ChatFound({ look: { chats, dayOrder } }: { look: Extract<Look, { kind: "chat" }> }) {
  const { language, t } = useWords();
  return (
    <>
      {chats.map((chat, index) => (
        <div key={`chat-${index + 1}`} class="stack-s">
          <p>
            <Chip look="found" icon="check" text={t("import.form.chat")} />{" "}
            {chat.title !== null && <PageText text={chat.title} />}
          </p>
          {chatWords(language, chatSummary(chat, `chat-${index + 1}`))
            .split("\n")
            .map((line) => (
              <p key={line}>{line}</p>
            ))}
          <MissedLines chat={chat} />
        </div>
      ))}
      {dayOrder !== null && (
        <p class="small soft">{t("import.read-as", { order: t(`import.order.${dayOrder}`) })}</p>
      )}
    </>
  );
}

/** Every order comes with how the first and the last day would read: the person knows which one it was. */
function DayOrderQuestion({ look, imports }: LookLineProps<Extract<Look, { kind: "ask-day-order" }>>) {
  const { t } = useWords();
  const choose = (order: DayOrder) => imports.answer(look, order);
  return (
    <fieldset>
      <legend>{t("import.ask-order", { shown: look.orders[0]?.first.shown ?? "" })}</legend>
      <div class="actions">
        {look.orders.map(({ order, first, last }) => (
          <button
            key={order}
            type="button"
            class="btn"
            data-action={`order-${order}`}
            onClick={() => choose(order)}
          >
            {t("import.order-choice", { first: dayOf(first), last: dayOf(last) })}
          </button>
        ))}
      </div>
      <p class="small soft">{t("import.ask-order-why")}</p>
    </fieldset>
  );
}

function dayOf({ range, shown }: ChatTime): string {
  return range ? range.from.slice(0, 10) : shown;
}
