/** Twitter's pages until 2020, as archives and saved copies show them: a post's facts stand in attributes of its own element. */
import { fromAttribute, fromPart } from "./candidate.ts";
import type { Page } from "./platform.ts";
import { type PostFacts, unixTime } from "./post-facts.ts";

/** Only the element that bears this post's number; answers and quoted posts bear their own. */
export function addOlderPost({ outline }: Page, facts: PostFacts, id: string | null): void {
  const post = id && /^\d+$/.test(id) ? outline.find(`[data-tweet-id="${id}"][data-screen-name]`) : null;
  if (!post) return;
  facts.add("posterName", fromAttribute(post, "data-name"));
  facts.add("posterHandle", fromAttribute(post, "data-screen-name"));
  facts.add("posterId", fromAttribute(post, "data-user-id", { kind: "account-number" }));
  const clock = post.find(`a[href$="/status/${id}"] [data-time-ms]`);
  facts.add("postedAtShown", fromPart(clock));
  facts.add(
    "postedAt",
    unixTime(clock?.attribute("data-time-ms") ?? null, `${clock?.locator} @data-time-ms`),
  );
  facts.add("postText", fromPart(post.find("p[lang][data-aria-label-part]")));
}
