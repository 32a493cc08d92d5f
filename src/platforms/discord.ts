/** Discord: messages of a channel. Every ID in it holds a time. */
import { fromAttribute, fromPart, fromUrl } from "./candidate.ts";
import { discordTime } from "./id-snowflake.ts";
import type { Part } from "./outline.ts";
import { address, isHost, pathParts, type Platform } from "./platform.ts";
import { PostFacts, timeAttribute } from "./post-facts.ts";

const row = /^chat-messages-(\d+)-(\d+)$/;

export const discord: Platform = {
  id: "discord",
  name: "Discord",
  type: "messaging",
  version: 1,
  lastVerified: "2026-11-27",
  fixtureCount: 4,
  must: ["postText", "postedAt"],
  match: (url) => isHost(url, "discord.com", "discordapp.com"),
  fromUrl: (url) => {
    const [word, server = "", channel = "", message = ""] = pathParts(url);
    if (word !== "channels") return address("list");
    if (!/^\d{16,20}$/.test(message)) return address("chat");
    const found = address("post");
    found.facts.add("postId", fromUrl(message)).addIdTime(discordTime(message), message);
    found.facts.add("permalink", fromUrl(`https://discord.com/channels/${server}/${channel}/${message}`));
    return found;
  },
  fromPage: (page, found) => {
    const server = pathParts(page.url)[1] ?? "@me";
    const messages = messagesOf(page.outline.findAll('li[id^="chat-messages-"]'), server);
    if (found.kind !== "post") found.facts.posts = messages;
    const own = messages.find(
      (message) => found.kind === "post" && message.value("postId") === found.facts.value("postId"),
    );
    for (const [name, candidates] of own?.fields ?? []) found.facts.add(name, ...candidates);
    found.facts.addMedia(...(own?.media ?? []));
    if (own) found.facts.quoted = own.quoted;
    return found;
  },
};

/** A message without a head of its own is by whom the last head names: said with less confidence. */
function messagesOf(rows: Part[], server: string): PostFacts[] {
  let head: PostFacts | null = null;
  return rows.map((item) => {
    const facts = messageFacts(item, server);
    const isOfNobody = item.find("[class*=isSystemMessage], [class*=systemMessage]") !== null;
    if (isOfNobody) head = null;
    else if (facts.fields.has("posterName")) head = facts;
    else if (head) inherit(facts, head);
    return facts;
  });
}

function inherit(facts: PostFacts, head: PostFacts): void {
  for (const name of ["posterName", "posterId"] as const) {
    const candidates = head.fields.get(name) ?? [];
    facts.add(
      name,
      ...candidates.map((one) => ({
        ...one,
        confidence: "medium" as const,
        locator: `${one.locator} (inherited)`,
      })),
    );
  }
}

function messageFacts(item: Part, server: string): PostFacts {
  const facts = new PostFacts();
  const [, channel, id] = row.exec(item.attribute("id") ?? "") ?? [];
  if (!channel || !id) return facts;
  facts.add("postId", fromAttribute(item, "id", { value: id })).addIdTime(discordTime(id), id);
  facts.add(
    "permalink",
    fromAttribute(item, "id", { value: `https://discord.com/channels/${server}/${channel}/${id}` }),
  );
  // What is replied to stands in the same row with its own name, picture and words.
  const reply = item.find('[id^="message-reply-context-"]');
  const own = (css: string) => item.findAll(css).find((part) => !reply?.contains(part)) ?? null;
  const name = own(`[id="message-username-${id}"]`);
  facts.add("posterName", fromPart(name?.find('[class*="username"]') ?? name));
  const avatar = name ? own('img[src*="/avatars/"]') : null;
  const user = /\/avatars\/(\d{16,20})\//.exec(avatar?.attribute("src") ?? "")?.[1] ?? null;
  facts.add("posterId", fromAttribute(avatar, "src", { value: user, kind: "account-number" }));
  const content = own(`[id="message-content-${id}"]`);
  facts.add("postText", fromPart(content, content?.text({ without: "time" })));
  addTime(facts, own(`time[id="message-timestamp-${id}"]`) ?? own("time"));
  for (const link of item.findAll('a[href*="/attachments/"]')) facts.addMedia(fromAttribute(link, "href"));
  if (reply) facts.quoted = repliedTo(reply);
  return facts;
}

/** Before the time stands a dash that only parts it from the name. */
function addTime(facts: PostFacts, time: Part | null): void {
  facts.add("postedAtShown", fromPart(time, time?.text({ without: "i" })));
  facts.add("postedAt", timeAttribute(time));
}

function repliedTo(reply: Part): PostFacts {
  const facts = new PostFacts().add("posterName", fromPart(reply.find('[class*="username"]')));
  const content = reply.find('[id^="message-content-"]');
  const id = /^message-content-(\d+)$/.exec(content?.attribute("id") ?? "")?.[1] ?? null;
  facts.add("postId", fromAttribute(content, "id", { value: id }));
  if (id) facts.addIdTime(discordTime(id), id);
  const avatar = reply.find('img[src*="/avatars/"]');
  const user = /\/avatars\/(\d{16,20})\//.exec(avatar?.attribute("src") ?? "")?.[1] ?? null;
  facts.add("posterId", fromAttribute(avatar, "src", { value: user, kind: "account-number" }));
  return facts.add("postText", fromPart(content));
}
