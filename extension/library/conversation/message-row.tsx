/** One message: when, who, what it says and what is odd about it, and whether it is a key message. */
import { useState } from "preact/hooks";
import type { ChatMessage } from "../../../src/chats/chat-message.ts";
import type { Conversation } from "../../../src/chats/conversation.ts";
import type { EvidenceItem } from "../../../src/evidence/evidence-item.ts";
import { recordCustody } from "../../../src/evidence/record-custody.ts";
import { markWords } from "../../../src/report/conversation-text.ts";
import { Icon } from "../../interface/icon.tsx";
import { PageText } from "../../interface/page-text.tsx";
import { useWords } from "../../interface/words.ts";
import type { LibraryPorts } from "../library-ports.ts";
import type { Library } from "../use-library.ts";
import type { Marks } from "./conversation-panel.tsx";
import { RowPicture } from "./row-picture.tsx";

interface MessageRowProps {
  message: ChatMessage;
  conversation: Conversation;
  marks: Marks;
  item: EvidenceItem;
  library: Library;
  ports: LibraryPorts;
}

export function MessageRow(props: MessageRowProps) {
  const { language, t } = useWords();
  const { message, conversation, marks } = props;
  const gap = conversation.gaps.some(({ before }) => before === message.order);
  const asides = [
    ...markWords(language, message),
    ...message.attachments.map(({ kind }) => t(`conversation.attached.${kind}`)),
  ];
  return (
    <li class={marks.has(message.origin) ? "message key" : "message"} data-order={message.order}>
      {gap && <p class="small soft">{t("conversation.gap")}</p>}
      <p class="row">
        <span class="soft">#{message.order}</span>
        <Sender message={message} />
        <Time message={message} />
        {asides.map((aside) => (
          <span key={aside} class="small soft">
            〔<PageText text={aside} />〕
          </span>
        ))}
      </p>
      {message.text !== "" && (
        <p class="words">
          <PageText text={message.text} />
        </p>
      )}
      <MessageActions {...props} />
    </li>
  );
}

function Sender({ message: { sender, kind } }: { message: ChatMessage }) {
  const { t } = useWords();
  if (sender !== null)
    return (
      <strong>
        <PageText text={sender} />
      </strong>
    );
  return kind === "message" ? <span class="soft">{t("conversation.no-name")}</span> : null;
}

/** As it is shown, and what it can mean where that says more. */
function Time({ message: { time } }: { message: ChatMessage }) {
  const { t } = useWords();
  const { shown, range, clock } = time;
  const zone = clock === "utc" ? "Z" : "";
  const meant =
    range &&
    (range.from.slice(0, 16) === range.to.slice(0, 16)
      ? minute(range.from)
      : `${minute(range.from)}–${minute(range.to)}`);
  return (
    <span>
      <PageText text={shown === "" ? t("conversation.no-time") : shown} />{" "}
      <span class="small soft">{meant ? `${meant}${zone}` : shown !== "" && t("conversation.no-day")}</span>
    </span>
  );
}

/** `2026-11-20 22:58`. */
function minute(moment: string): string {
  return moment.slice(0, 16).replace("T", " ");
}

function MessageActions({ message, conversation, marks, item, library, ports }: MessageRowProps) {
  const { t } = useWords();
  const [isPictured, setIsPictured] = useState(false);
  const marked = marks.get(message.origin);
  const place = conversation.places.get(message.order);
  const label = { order: message.order };
  const toggle = () => {
    const { origin } = message;
    const isKey = marked === undefined;
    const body = {
      kind: "key-message",
      itemId: item.id,
      conversation: conversation.id,
      origin,
      isKey,
    } as const;
    void library.record(body, marked ?? null);
  };
  const look = () => {
    setIsPictured(!isPictured);
    if (!isPictured) void library.attempt(() => writeDown(ports, item));
  };
  return (
    <>
      <p class="actions">
        <button
          type="button"
          class="btn text"
          data-action="mark-message"
          aria-pressed={marked !== undefined}
          aria-label={t(marked === undefined ? "key.mark-of" : "key.unmark-of", label)}
          onClick={toggle}
        >
          <Icon name="mark" /> {t(marked === undefined ? "key.mark" : "key.unmark")}
        </button>
        {place && item.picture && (
          <button
            type="button"
            class="btn text"
            data-action="show-row"
            aria-expanded={isPictured}
            aria-label={t("conversation.show-row-of", label)}
            onClick={look}
          >
            <Icon name="eye" /> {t("conversation.show-row")}
          </button>
        )}
      </p>
      {place && isPictured && (
        <RowPicture item={item} surface={conversation.surface ?? 0} place={place} files={ports.store} />
      )}
    </>
  );
}

async function writeDown({ store, clock, writeLedger }: LibraryPorts, item: EvidenceItem): Promise<void> {
  const facts = { itemId: item.id, number: item.number };
  await recordCustody(store, { caseId: item.caseId, at: clock.now(), action: "item.viewed", facts });
  await writeLedger();
}
