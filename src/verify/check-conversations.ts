/** Reads every conversation again from the original bytes in the bag: what is written of it must be the same. */
import { canonicalJson } from "../base/canonical-json.ts";
import { sha256Hex } from "../base/digest.ts";
import { conversationsFolder, itemFilePath } from "../bundle/bag-layout.ts";
import { itemConversationFiles } from "../bundle/conversation-files.ts";
import { conversationsOf } from "../evidence/conversations/conversations-of.ts";
import { type EvidenceItem, importedOf } from "../evidence/evidence-item.ts";
import { openChatArchive } from "../evidence/imports/chat-archive.ts";
import { chatSummary } from "../evidence/imports/make-import.ts";
import type { ItemFact, ReadBag } from "./bag-facts.ts";
import type { BagReader } from "./compare-strips.ts";
import type { Finding } from "./finding.ts";

export async function checkConversations(bag: ReadBag, reader: BagReader): Promise<Finding[]> {
  if (!bag.share?.parts.includes("conversations")) return [];
  const written = [...bag.files.keys()].filter((path) => path.startsWith(conversationsFolder));
  const isReadHere = written.length > 0 || bag.items.some(({ item }) => importedOf(item));
  // Bundles of before have captured panes and no reading of them.
  if (!isReadHere) return [];
  const expected = new Set<string>();
  const findings: Finding[] = [];
  for (const fact of bag.items) {
    reader.signal?.throwIfAborted();
    if (!hasItsFiles(bag, fact.item)) continue;
    const read = readerOf(fact.item, reader);
    for (const { path, text } of await itemConversationFiles(fact.item, read)) {
      expected.add(path);
      const sha256 = bag.files.get(path)?.sha256;
      if (sha256 !== null && sha256 !== (await sha256Hex(text)))
        findings.push({ code: "conversation-differs", path });
    }
    findings.push(...(await importFindings(fact, read)));
  }
  const folders = bag.items.filter(({ item }) => !hasItsFiles(bag, item)).map(({ folder }) => folder);
  const extra = written.filter(
    (path) => !expected.has(path) && !folders.some((folder) => path.includes(`/${folder}/`)),
  );
  return [...findings, ...extra.map((path): Finding => ({ code: "file-extra", path }))];
}

/** A file that is missing or not the one that was kept is a finding already; what it would say is no second one. */
function hasItsFiles({ files }: ReadBag, item: EvidenceItem): boolean {
  return item.files
    .filter(({ kind }) => kind === "original" || kind === "transcript")
    .every((file) => files.get(itemFilePath(item, file))?.sha256 === file.sha256);
}

type ReadNamed = (name: string) => Promise<Uint8Array<ArrayBuffer> | null>;

function readerOf(item: EvidenceItem, { read }: BagReader): ReadNamed {
  return async (name) => {
    const file = item.files.find((each) => each.name === name);
    return file ? read(itemFilePath(item, file)) : null;
  };
}

/** The counts that `capture.json` states, and that the text really came out of the ZIP that lies beside it. */
async function importFindings({ item, path }: ItemFact, read: ReadNamed): Promise<Finding[]> {
  const imported = importedOf(item);
  if (!imported) return [];
  const conversations = await conversationsOf(item, read);
  const counted = conversations.map(({ id, chat }) => chatSummary(chat, id));
  const isCounted = canonicalJson(counted) === canonicalJson(imported.chats);
  const isSame = isCounted && namesItsFiles(item) && (await cameOutOfItsArchive(item, read));
  return isSame ? [] : [{ code: "item-differs", path, detail: "imported" }];
}

function namesItsFiles(item: EvidenceItem): boolean {
  const named = importedOf(item)?.files.map(({ name }) => name) ?? [];
  return named.join() === item.files.map(({ name }) => name).join();
}

async function cameOutOfItsArchive(item: EvidenceItem, read: ReadNamed): Promise<boolean> {
  const archive = importedOf(item)?.files.find(({ role }) => role === "archive");
  const chat = importedOf(item)?.files.find(({ role }) => role === "chat");
  if (!archive) return true;
  const [bytes, kept] = [await read(archive.name), item.files.find(({ name }) => name === chat?.name)];
  const opened = bytes && (await openChatArchive(new Blob([bytes])));
  return opened?.kind === "opened" && (await sha256Hex(opened.bytes)) === kept?.sha256;
}
