/** Posts in Facebook's page data: found by the shape of a story, never by where it stands, for that changes weekly. */
import type { ExactJson } from "../base/exact-json.ts";
import { fromData } from "./candidate.ts";
import { isFacebookPseudonym } from "./id-kind.ts";
import { at, type FoundObject, innerObjects, textAt } from "./page-data.ts";
import type { Page } from "./platform.ts";
import { PostFacts, unixTime } from "./post-facts.ts";

/** Other people's words and other posts. */
const others = new Set([
  "feedback",
  "attached_story",
  "comments",
  "interesting_comments",
  "comment_list_renderer",
  "viewer",
]);
/** Comments name the post they belong to as their own; a shared post is told with the one that shares it. */
const inOthers =
  / > (?:feedback|attached_story|comments|interesting_comments|comment_list_renderer|viewer)(?: > |$)/;
const shared = new Set(["feedback", "comments", "viewer"]);

export function readFacebookData(page: Page): PostFacts[] {
  const stories = page.data.find(({ post_id }) => typeof post_id === "string" && /^\d+$/.test(post_id));
  const outer = stories.filter(
    ({ object, locator }) =>
      !inOthers.test(locator) &&
      ("comet_sections" in object || "creation_time" in object || "actors" in object),
  );
  return outer.map((story) => storyFacts(story, others));
}

function storyFacts(story: FoundObject, without: ReadonlySet<string>): PostFacts {
  const facts = new PostFacts().add(
    "postId",
    fromData(textAt(story.object, "post_id"), `${story.locator} > post_id`),
  );
  const parts = innerObjects(story, without);
  for (const part of parts) addPart(facts, part);
  const attached = innerObjects(story, shared).find(({ object }) => isStory(object["attached_story"]));
  if (attached) {
    const object = attached.object["attached_story"] as FoundObject["object"];
    facts.quoted = storyFacts({ object, locator: `${attached.locator} > attached_story` }, others);
  }
  return facts;
}

function isStory(value: ExactJson | undefined): boolean {
  return (
    textAt(value, "post_id") !== null ||
    at(value, "actors") !== undefined ||
    at(value, "comet_sections") !== undefined
  );
}

function addPart(facts: PostFacts, { object, locator }: FoundObject): void {
  const address = textAt(object, "url");
  if ("creation_time" in object && address) {
    facts.add("postedAt", unixTime(textAt(object, "creation_time"), `${locator} > creation_time`));
    facts.add("permalink", fromData(address, `${locator} > url`));
    addPseudonym(facts, { address, locator });
  }
  addActor(facts, { object: at(object, "actors", 0), locator: `${locator} > actors > 0` });
  if ("actors" in object || "is_text_only_story" in object) {
    facts.add("postText", fromData(textAt(object, "message", "text"), `${locator} > message.text`));
  }
  if (textAt(object, "__typename") !== "Photo" || !("photo_image" in object || "viewer_image" in object))
    return;
  facts.addMedia(
    fromData(
      textAt(object, "viewer_image", "uri") ?? textAt(object, "photo_image", "uri"),
      `${locator} > photo_image.uri`,
    ),
  );
}

/** The pseudonym in the address changes with time: it only helps to know the post again on this page. */
function addPseudonym(facts: PostFacts, { address, locator }: { address: string; locator: string }): void {
  const pseudonym = /pfbid[0-9A-Za-z]+/.exec(address)?.[0];
  if (!pseudonym) return;
  facts.add("postId", fromData(pseudonym, `${locator} > url`, { kind: "pseudonym", confidence: "low" }));
}

function addActor(
  facts: PostFacts,
  { object, locator }: { object: ExactJson | undefined; locator: string },
): void {
  const id = textAt(object, "id");
  if (!id) return;
  const isPseudonym = isFacebookPseudonym(id);
  const extra = isPseudonym
    ? ({ kind: "pseudonym", confidence: "low" } as const)
    : ({ kind: "account-number" } as const);
  facts.add("posterId", fromData(id, `${locator} > id`, extra));
  facts.add("posterName", fromData(textAt(object, "name"), `${locator} > name`));
  const address = textAt(object, "profile_url") ?? textAt(object, "url");
  facts.add("posterProfileUrl", fromData(address, `${locator} > url`));
  const handle = /^https:\/\/www\.facebook\.com\/([A-Za-z0-9.]{3,100})\/?$/.exec(address ?? "")?.[1];
  if (handle && !handle.endsWith(".php")) facts.add("posterHandle", fromData(handle, `${locator} > url`));
}

/** `subscription_target_id:"<post>",owning_profile:{__typename:"Page",id:"<page>"}`: written as program, not as JSON. */
const owning = /subscription_target_id:"(\d+)",owning_profile:\{__typename:"\w+",id:"(\d+)"/g;

/** Who owns the post, as the old design's program says it. */
export function addOwner(page: Page, facts: PostFacts): void {
  const ids = new Set(facts.fields.get("postId")?.map(({ value }) => value));
  for (const [index, { text, name }] of page.data.scripts.entries()) {
    for (const [, post = "", owner = ""] of text.matchAll(owning)) {
      if (!ids.has(post)) continue;
      facts.add(
        "posterId",
        fromData(owner, `script:${index}[${name}] > owning_profile.id`, { kind: "account-number" }),
      );
    }
  }
}
