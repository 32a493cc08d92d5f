/** A post in the page data of Instagram and Threads, which share one shape. */
import { fromData } from "./candidate.ts";
import { at, type FoundObject, type JsonObject, textAt } from "./page-data.ts";
import { type PostFacts, unixTime } from "./post-facts.ts";

/** An object that holds both the post's ID and when it was made. */
export function isMediaItem(object: JsonObject): boolean {
  return ("pk" in object || "id" in object) && ("taken_at" in object || "taken_at_timestamp" in object);
}

export function addMediaItem(facts: PostFacts, { object, locator }: FoundObject): void {
  const taken = textAt(object, "taken_at") ?? textAt(object, "taken_at_timestamp");
  facts.add("postedAt", unixTime(taken, `${locator} > taken_at`));
  const user = at(object, "user") ?? at(object, "owner");
  const id = textAt(user, "pk") ?? textAt(user, "id") ?? textAt(user, "pk_id");
  facts.add("posterId", fromData(id, `${locator} > user.pk`, { kind: "account-number" }));
  const account = textAt(user, "username");
  facts.add("posterHandle", fromData(account, `${locator} > user.username`));
  facts.add("posterName", fromData(textAt(user, "full_name"), `${locator} > user.full_name`));
  facts.add("postText", fromData(captionOf(object), `${locator} > caption.text`));
  const pictures = at(object, "carousel_media");
  for (const item of Array.isArray(pictures) ? pictures : [object])
    addMediaOf(facts, { object: item as JsonObject, locator });
}

function captionOf(object: JsonObject): string | null {
  const ofGraph = textAt(object, "edge_media_to_caption", "edges", 0, "node", "text");
  return textAt(object, "caption", "text") ?? ofGraph;
}

function addMediaOf(facts: PostFacts, { object, locator }: FoundObject): void {
  facts.addMedia(
    fromData(textAt(object, "image_versions2", "candidates", 0, "url"), `${locator} > image_versions2`),
    fromData(textAt(object, "video_versions", 0, "url"), `${locator} > video_versions`),
    fromData(textAt(object, "display_url"), `${locator} > display_url`),
  );
}
