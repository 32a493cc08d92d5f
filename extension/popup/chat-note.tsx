/**
 * Said before a conversation is scrolled: others may see that it was read, and older messages are loaded. It holds
 * nothing up, and once put away it is never said again.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { Note } from "../interface/note.tsx";
import { useWords } from "../interface/words.ts";

export function ChatNote({ onKnown }: { onKnown: () => void }) {
  const [isPutAway, setIsPutAway] = useState(false);
  if (isPutAway) return <PutAway />;
  return (
    <ChatWords
      onKnown={() => {
        setIsPutAway(true);
        onKnown();
      }}
    />
  );
}

function ChatWords({ onKnown }: { onKnown: () => void }) {
  const { t } = useWords();
  return (
    <Note tone="plain" icon="info">
      <p class="small">
        <strong>{t("chat.what")}</strong> {t("chat.more")}
      </p>
      <button type="button" class="btn text" data-action="chat-known" onClick={onKnown}>
        {t("chat.known")}
      </button>
    </Note>
  );
}

/** In the same place: the focus would be lost with the button. */
function PutAway() {
  const { t } = useWords();
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => words.current?.focus(), []);
  return (
    <p ref={words} class="small soft" tabIndex={-1}>
      {t("chat.put-away")}
    </p>
  );
}
