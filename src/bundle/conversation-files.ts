/** `conversations/c0005/…`: what was read of an item's conversations, as JSON for machines and as text for people. */
import { conversationJson } from "../chats/conversation.ts";
import {
  conversationsOf,
  mayHaveConversations,
  type ReadBytes,
} from "../evidence/conversations/conversations-of.ts";
import type { EvidenceItem } from "../evidence/evidence-item.ts";
import { conversationText } from "../report/conversation-text.ts";
import { conversationPath } from "./bag-layout.ts";

/** Pure but for the reading: packing writes these, and the verifier holds them against its own. */
export async function itemConversationFiles(
  item: EvidenceItem,
  read: ReadBytes,
): Promise<{ path: string; text: string }[]> {
  if (!mayHaveConversations(item)) return [];
  const conversations = await conversationsOf(item, read);
  return conversations.flatMap((conversation) => [
    ...conversationJson(conversation).map(({ name, text }) => ({ path: conversationPath(item, name), text })),
    {
      path: conversationPath(item, `${conversation.id}.txt`),
      text: conversationText("zh-TW", item, conversation),
    },
  ]);
}
