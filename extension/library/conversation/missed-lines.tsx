/** Everything of a conversation that nobody could read, as it stands: it is kept and counted like the rest. */
import type { ParsedChat } from "../../../src/chats/chat-message.ts";
import { PageText } from "../../interface/page-text.tsx";
import { useWords } from "../../interface/words.ts";

/** The kept file has them all; a screen of thousands helps nobody. */
const mostShown = 200;

export function MissedLines({ chat }: { chat: Pick<ParsedChat, "notUnderstood" | "counted"> }) {
  const { t } = useWords();
  const { notUnderstood, counted } = chat;
  if (notUnderstood.length === 0) return null;
  const more = notUnderstood.length - mostShown;
  return (
    <details data-missed={notUnderstood.length}>
      <summary>{t("conversation.missed-count", { count: notUnderstood.length })}</summary>
      <ul class="plain">
        {notUnderstood.slice(0, mostShown).map(({ origin, text }) => (
          <li key={origin}>
            <PageText text={t(`conversation.missed.${counted.unit}`, { number: origin, text })} />
          </li>
        ))}
      </ul>
      {more > 0 && <p class="small soft">{t("conversation.missed-more", { count: more })}</p>}
    </details>
  );
}
