/** What a case is called by all that was chosen for it: as a whole, for single pages, and for what was written down. */
import { stalkingForms } from "../data/stalking-forms.ts";
import { violenceTypes } from "../data/violence-types.ts";
import { noTags, type Tags } from "./case-fact.ts";
import type { CaseFacts } from "./case-facts.ts";

/** What was chosen for one kept page. */
export function tagsOfItem({ itemTags }: Pick<CaseFacts, "itemTags">, itemId: string): Tags {
  return itemTags.get(itemId)?.body.tags ?? noTags;
}

/** In the order of the tables. `itemIds` are the pages that are still there: a deleted one says nothing any more. */
export function allTags(facts: CaseFacts, itemIds: readonly string[]): Tags {
  return merged([
    facts.tags,
    ...itemIds.map((id) => tagsOfItem(facts, id)),
    ...facts.incidents.map(({ body }) => body.tags),
  ]);
}

export function hasTags({ types, stalking, hasChildImage }: Tags): boolean {
  return types.length > 0 || stalking.length > 0 || hasChildImage;
}

function merged(chosen: readonly Tags[]): Tags {
  return {
    types: violenceTypes.filter((type) => chosen.some(({ types }) => types.includes(type))),
    stalking: stalkingForms.filter((form) => chosen.some(({ stalking }) => stalking.includes(form))),
    hasChildImage: chosen.some(({ hasChildImage }) => hasChildImage),
  };
}
