/** A conversation message by message, with the key messages (關鍵對話) to be marked; long ones a page at a time. */
import { useState } from "preact/hooks";
import type { ChatMessage } from "../../../src/chats/chat-message.ts";
import type { Conversation } from "../../../src/chats/conversation.ts";
import type { CaseFacts } from "../../../src/cases/case-facts.ts";
import { mayHaveConversations } from "../../../src/evidence/conversations/conversations-of.ts";
import type { EvidenceItem } from "../../../src/evidence/evidence-item.ts";
import { Note } from "../../interface/note.tsx";
import { PageText } from "../../interface/page-text.tsx";
import { useWords } from "../../interface/words.ts";
import type { LibraryContents } from "../library-contents.ts";
import type { LibraryPorts } from "../library-ports.ts";
import type { Library } from "../use-library.ts";
import { MessageRow } from "./message-row.tsx";
import { MissedLines } from "./missed-lines.tsx";
import { useConversations } from "./use-conversations.ts";

/** Messages on the screen at once. */
const pageLength = 100;

interface ConversationPanelProps {
  item: EvidenceItem;
  library: Library;
  contents: LibraryContents;
  ports: LibraryPorts;
}

export function ConversationPanel(props: ConversationPanelProps) {
  return mayHaveConversations(props.item) ? <Conversations {...props} /> : null;
}

function Conversations(props: ConversationPanelProps) {
  const { t } = useWords();
  const conversations = useConversations(props.item, props.ports.store);
  if (conversations === null) return <p role="status">{t("conversation.reading")}</p>;
  if (conversations.length === 0)
    return (
      <Note tone="look" icon="info">
        <p>{t("conversation.unreadable")}</p>
      </Note>
    );
  return (
    <>
      {conversations.map((conversation) => (
        <OneConversation key={conversation.id} {...props} conversation={conversation} />
      ))}
    </>
  );
}

function OneConversation(props: ConversationPanelProps & { conversation: Conversation }) {
  const { t } = useWords();
  const { item, conversation, contents } = props;
  const { chat } = conversation;
  const marks = marksOf(contents.facts, item, conversation);
  const [filter, setFilter] = useState({ onlyMarked: false, words: "" });
  const shown = chat.messages.filter((message) => isShown(message, filter, marks));
  const heading =
    chat.title === null ? t("conversation.title") : t("conversation.titled", { title: chat.title });
  return (
    <section class="panel stack" data-conversation={conversation.id} data-marked={marks.size}>
      <h2>
        <PageText text={heading} />
      </h2>
      <p class="soft">{countWords(t, chat)}</p>
      {chat.format !== "pane" && <p class="small soft">{t("conversation.own-names")}</p>}
      <p>{t("key.how", { count: marks.size })}</p>
      <Filters filter={filter} onFilter={setFilter} />
      <Pages key={`${filter.onlyMarked} ${filter.words}`} {...props} shown={shown} marks={marks} />
      <MissedLines chat={chat} />
    </section>
  );
}

function countWords(
  t: ReturnType<typeof useWords>["t"],
  { messages, counted, notUnderstood }: Conversation["chat"],
) {
  return t(`conversation.counted.${counted.unit}`, {
    messages: messages.length,
    total: counted.total,
    understood: counted.understood,
    missed: notUnderstood.length,
  });
}

/** Id of the fact that marks it, by the line the message stands on. */
export type Marks = ReadonlyMap<number, string>;

function marksOf({ keyMessages }: CaseFacts, item: EvidenceItem, { id }: Conversation): Marks {
  const own = keyMessages.filter(({ body }) => body.itemId === item.id && body.conversation === id);
  return new Map(own.map((entry) => [entry.body.origin, entry.id]));
}

interface Filter {
  onlyMarked: boolean;
  words: string;
}

function isShown(message: ChatMessage, { onlyMarked, words }: Filter, marks: Marks): boolean {
  if (onlyMarked && !marks.has(message.origin)) return false;
  const wanted = words.trim().toLowerCase();
  return wanted === "" || `${message.sender ?? ""}\n${message.text}`.toLowerCase().includes(wanted);
}

function Filters({ filter, onFilter }: { filter: Filter; onFilter: (filter: Filter) => void }) {
  const { t } = useWords();
  return (
    <div class="row filters">
      <label class="field">
        <span>{t("conversation.find")}</span>
        <input
          type="text"
          name="find"
          autocomplete="off"
          value={filter.words}
          onInput={({ currentTarget }) => onFilter({ ...filter, words: currentTarget.value })}
        />
      </label>
      <label class="choice">
        <input
          type="checkbox"
          name="only-marked"
          checked={filter.onlyMarked}
          onChange={({ currentTarget }) => onFilter({ ...filter, onlyMarked: currentTarget.checked })}
        />
        <span>{t("key.only")}</span>
      </label>
    </div>
  );
}

interface PagesProps extends ConversationPanelProps {
  conversation: Conversation;
  shown: readonly ChatMessage[];
  marks: Marks;
}

function Pages(props: PagesProps) {
  const { t } = useWords();
  const { shown } = props;
  const [from, setFrom] = useState(0);
  const page = shown.slice(from, from + pageLength);
  const turn = (to: number) => setFrom(Math.max(0, to));
  if (shown.length === 0) return <p role="status">{t("conversation.none-found")}</p>;
  return (
    <>
      <ol class="plain messages">
        {page.map((message) => (
          <MessageRow key={message.order} {...props} message={message} />
        ))}
      </ol>
      {shown.length > pageLength && (
        <nav class="actions" aria-label={t("conversation.pages")}>
          <button
            type="button"
            class="btn"
            data-action="earlier"
            aria-disabled={from === 0}
            onClick={() => turn(from - pageLength)}
          >
            {t("conversation.earlier")}
          </button>
          <span role="status">
            {t("conversation.page", { from: from + 1, to: from + page.length, of: shown.length })}
          </span>
          <button
            type="button"
            class="btn"
            data-action="later"
            aria-disabled={from + pageLength >= shown.length}
            onClick={() => from + pageLength < shown.length && turn(from + pageLength)}
          >
            {t("conversation.later")}
          </button>
        </nav>
      )}
    </>
  );
}
