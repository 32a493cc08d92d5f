/** The conversations of an item, read from its kept files while its screen is open. */
import { useEffect, useState } from "preact/hooks";
import type { Conversation } from "../../../src/chats/conversation.ts";
import { conversationsOf } from "../../../src/evidence/conversations/conversations-of.ts";
import type { EvidenceItem } from "../../../src/evidence/evidence-item.ts";
import type { FileReader } from "../../interface/covered-picture.tsx";

/** Null until they are read. */
export function useConversations(item: EvidenceItem, files: FileReader): readonly Conversation[] | null {
  // An item never changes: its first object says all, however often the library reads it again.
  const [kept] = useState(item);
  const [found, setFound] = useState<readonly Conversation[] | null>(null);
  useEffect(() => {
    let isGone = false;
    const read = async (name: string) => {
      const blob = await files.readFile(kept.id, name).catch(() => null);
      return blob && new Uint8Array(await blob.arrayBuffer());
    };
    void conversationsOf(kept, read).then(
      (conversations) => !isGone && setFound(conversations),
      () => !isGone && setFound([]),
    );
    return () => {
      isGone = true;
    };
  }, [kept, files]);
  return found;
}
