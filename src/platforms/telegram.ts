/** Telegram: public channels at t.me, and messages of the web clients. */
import { fromAttribute, fromMeta, fromPart, fromUrl } from "./candidate.ts";
import type { Part } from "./outline.ts";
import { address, isHost, metaOf, type Page, pathParts, type Platform } from "./platform.ts";
import { PostFacts } from "./post-facts.ts";
import { channelOf } from "./telegram-view.ts";

const notChannels = new Set(
  "s c joinchat share addstickers proxy login iv addlist addtheme boost".split(" "),
);
const name = /^[A-Za-z]\w{3,31}$/;
const messageSelector = ".tgme_widget_message[data-post]";

export const telegram: Platform = {
  id: "telegram",
  name: "Telegram",
  type: "messaging",
  version: 1,
  lastVerified: "2026-11-27",
  fixtureCount: 3,
  must: ["posterName"],
  match: (url) => isHost(url, "t.me", "telegram.me", "web.telegram.org"),
  fromUrl: (url) => {
    if (isHost(url, "web.telegram.org")) return address("chat");
    const parts = pathParts(url);
    if (parts[0] === "c" && /^\d+$/.test(parts[1] ?? "")) return privateChannel(parts);
    const isPreview = parts[0] === "s";
    const [channel = "", post = ""] = isPreview ? parts.slice(1) : parts;
    if (!name.test(channel) || notChannels.has(channel)) return address("list");
    const isPost = /^\d+$/.test(post) && !isPreview;
    const found = address(isPost ? "post" : "profile");
    found.facts
      .add("posterHandle", fromUrl(channel))
      .add("posterProfileUrl", fromUrl(`https://t.me/${channel}`));
    if (isPost)
      found.facts.add("postId", fromUrl(post)).add("permalink", fromUrl(`https://t.me/${channel}/${post}`));
    return found;
  },
  fromPage: (page, found) => {
    if (isHost(page.url, "web.telegram.org")) return found;
    const messages = page.outline.findAll(messageSelector).map(messageFacts);
    if (found.kind === "profile") readChannel(page, { facts: found.facts, messages });
    else if (found.kind === "post") readPost(page, { facts: found.facts, messages });
    else found.facts.posts = messages;
    return found;
  },
};

/** `t.me/c/<channel>/<post>`: only members can open it, and the number is the channel's own. */
function privateChannel(parts: string[]) {
  const [, channel = "", post = ""] = parts;
  const found = address("post");
  found.facts.add("posterId", fromUrl(channel, { kind: "channel-number" }));
  if (post)
    found.facts.add("postId", fromUrl(post)).add("permalink", fromUrl(`https://t.me/c/${channel}/${post}`));
  return found;
}

interface Reading {
  facts: PostFacts;
  messages: PostFacts[];
}

function readPost(page: Page, { facts, messages }: Reading): void {
  const own = messages.find((message) => message.value("permalink") === facts.value("permalink"));
  for (const [field, candidates] of own?.fields ?? []) facts.add(field, ...candidates);
  facts.addMedia(...(own?.media ?? []));
  facts.quoted = own?.quoted ?? null;
  const app = metaOf(page, "al:ios:url");
  const [, channel, post] = /domain=(\w+)&post=(\d+)/.exec(app?.content ?? "") ?? [];
  if (channel !== facts.value("posterHandle") || post !== facts.value("postId")) return;
  facts.add("posterName", fromMeta(metaOf(page, "og:title")));
  facts.add("postText", fromMeta(metaOf(page, "og:description")));
}

function readChannel(page: Page, { facts, messages }: Reading): void {
  facts.posts = messages;
  const handle = facts.value("posterHandle")?.toLowerCase();
  facts.add("posterName", fromPart(page.outline.find(".tgme_page_title, .tgme_channel_info_header_title")));
  const own = messages.find((message) => message.value("posterHandle")?.toLowerCase() === handle);
  if (!own) return;
  for (const field of ["posterName", "posterId"] as const) facts.add(field, ...(own.fields.get(field) ?? []));
}

function messageFacts(message: Part): PostFacts {
  const facts = new PostFacts();
  const [channel = "", post = ""] = (message.attribute("data-post") ?? "").split("/");
  facts.add("postId", fromAttribute(message, "data-post", { value: post }));
  facts.add("posterHandle", fromAttribute(message, "data-post", { value: channel }));
  facts.add("posterProfileUrl", fromAttribute(message, "data-post", { value: `https://t.me/${channel}` }));
  facts.add("permalink", fromAttribute(message, "data-post", { value: `https://t.me/${channel}/${post}` }));
  const number = channelOf(message.attribute("data-view") ?? "");
  facts.add("posterId", fromAttribute(message, "data-view", { value: number, kind: "channel-number" }));
  facts.add("posterName", fromPart(message.find(".tgme_widget_message_owner_name")));
  facts.addTime(message.find(".tgme_widget_message_date time"));
  const text = message
    .findAll(".tgme_widget_message_text")
    .find((part) => !part.closest(".tgme_widget_message_reply"));
  facts.add("postText", fromPart(text ?? null));
  for (const link of message.findAll("a.tgme_widget_message_photo_wrap, video"))
    facts.addMedia(fromAttribute(link, "src"));
  addForwarded(facts, message);
  return facts;
}

/** Who first said it is somebody else than who shows it here. */
function addForwarded(facts: PostFacts, message: Part): void {
  const origin = message.find(".tgme_widget_message_forwarded_from_name");
  if (!origin) return;
  facts.quoted = new PostFacts().add("posterName", fromPart(origin));
  const link = origin.matches("a") ? origin : null;
  const address = link?.attribute("href") ?? null;
  facts.quoted.add("posterProfileUrl", fromAttribute(link, "href"));
  const [, account, post] = /t\.me\/(\w{4,32})(?:\/(\d+))?/.exec(address ?? "") ?? [];
  facts.quoted.add("posterHandle", fromAttribute(link, "href", { value: account ?? null }));
  facts.quoted.add("postId", fromAttribute(link, "href", { value: post ?? null }));
}
