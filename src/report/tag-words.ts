/** The ten types and the eight forms of stalking as a reader of a report needs them. */
import { allTags, tagsOfItem } from "../cases/all-tags.ts";
import type { Tags } from "../cases/case-fact.ts";
import { paragraphOf, type StalkingForm } from "../data/stalking-forms.ts";
import { menuLabelOf } from "../data/violence-types.ts";
import { type Language, say } from "../words/say.ts";
import type { FactRow } from "./fact-row.ts";
import type { ReportSubject } from "./report-subject.ts";

/** Types as they stand in the ministry's menu, forms with the number they have in the act; empty when none was chosen. */
export function tagNames(language: Language, { types, stalking, hasChildImage }: Tags): string[] {
  return [
    ...types.map(menuLabelOf),
    ...stalking.map((form) => formName(language, form)),
    ...(hasChildImage ? [say(language, "document.child-image")] : []),
  ];
}

export function tagList(language: Language, tags: Tags): string {
  return tagNames(language, tags).join(say(language, "report.list-comma"));
}

/** Of an item; no row where nobody chose anything. */
export function tagRows(language: Language, tags: Tags): FactRow[] {
  const value = tagList(language, tags);
  if (value === "") return [];
  return [{ name: say(language, "document.types"), value, source: say(language, "document.types-source") }];
}

/** Each name with the items and the number of written accounts it was chosen for; of the case as a whole by itself. */
export function tagOverview(language: Language, { facts, items }: ReportSubject): string[] {
  const all = allTags(
    facts,
    items.map(({ item }) => item.id),
  );
  return tagNames(language, all).map((name) => {
    const isCalled = (tags: Tags) => tagNames(language, tags).includes(name);
    const list = items
      .filter(({ item }) => isCalled(tagsOfItem(facts, item.id)))
      .map(({ item }) => item.number);
    const count = facts.incidents.filter(({ body }) => isCalled(body.tags)).length;
    const places = [
      list.length > 0
        ? say(language, "document.types-items", { list: list.join(say(language, "report.list-comma")) })
        : "",
      count > 0 ? say(language, "document.types-written", { count }) : "",
    ].filter(Boolean);
    return places.length === 0 ? name : `${name}　${places.join(say(language, "document.part-comma"))}`;
  });
}

function formName(language: Language, form: StalkingForm): string {
  return say(language, "document.stalking-form", {
    number: paragraphOf(form),
    words: say(language, `document.stalking.${form}`),
  });
}
