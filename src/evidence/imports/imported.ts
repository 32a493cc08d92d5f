/** What an item says of files that were put in by hand: where each came from, who put them in, and what was understood. */
import { Sha256 } from "../../base/digest.ts";
import { z } from "../../base/schema.ts";
import { OperatorRole } from "../../cases/answers.ts";
import { chatFormats } from "../../chats/chat-message.ts";
import { conversationId } from "../../chats/conversation.ts";
import { dayOrders } from "../../chats/whatsapp-days.ts";
import { FileName } from "../evidence-file.ts";

/** Files of one item. */
export const mostImportedFiles = 500;
/** Conversations of one export: a whole account may hold many. */
export const mostConversations = 1_000;
export const longestSource = 500;

/** A file name of another device: data, shown with every unseen character as its code. */
const ForeignName = z.string().check(z.maxLength(500));

const ImportedFile = z.object({
  /** Of the kept file. */
  name: FileName,
  /** `chat`: what the conversation was read from; `archive`: the ZIP it was taken out of; `file`: kept unread. */
  role: z.enum(["chat", "archive", "file"]),
  /** Its name where it was chosen. */
  calledThere: ForeignName,
  /** When it was last changed, as the device says; null where it does not. */
  changedAtUtc: z.nullable(z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/))),
  /** The ZIP it was taken out of, also where that was not kept; null where it came alone. */
  within: z.nullable(z.object({ calledThere: ForeignName, sizeBytes: z.int(), sha256: Sha256 })),
});
export type ImportedFile = z.infer<typeof ImportedFile>;

const wallMoment = z.nullable(z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}$/)));

export const ChatSummary = z.object({
  id: z.string().check(z.regex(conversationId)),
  format: z.enum(chatFormats),
  messages: z.int().check(z.nonnegative()),
  /** understood + what was not = total. */
  counted: z.object({ unit: z.enum(["lines", "entries", "rows"]), total: z.int(), understood: z.int() }),
  /** Of all messages with a time: the earliest and the latest it can be, by the clock the file goes by. */
  earliest: wallMoment,
  latest: wallMoment,
  clock: z.nullable(z.enum(["utc", "wall"])),
});
export type ChatSummary = z.infer<typeof ChatSummary>;

export const Imported = z.object({
  kind: z.enum(["chat", "files"]),
  /** Who was at the keyboard, as the case says it; no name. */
  by: OperatorRole,
  /** Where it is from, in the person's own words; empty where nothing was said. */
  source: z.string().check(z.maxLength(longestSource)),
  files: z.array(ImportedFile).check(z.minLength(1), z.maxLength(mostImportedFiles)),
  chats: z.array(ChatSummary).check(z.maxLength(mostConversations)),
  /** What the person said of the order of day and month; null where nobody had to be asked. */
  dayOrder: z.nullable(z.enum(dayOrders)),
});
export type Imported = z.infer<typeof Imported>;
