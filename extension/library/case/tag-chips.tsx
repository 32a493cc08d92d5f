/** What something was called: types first, then forms of stalking, each as a chip that says a person chose it. */
import type { Tags } from "../../../src/cases/case-fact.ts";
import { Chip } from "../../interface/chip.tsx";
import { useWords, type Words } from "../../interface/words.ts";

export function TagChips({ tags }: { tags: Tags }) {
  const { t } = useWords();
  const names = tagNames(t, tags);
  if (names.length === 0) return null;
  return (
    <p class="chips">
      {names.map((name) => (
        <Chip key={name} look="typed" icon="pencil" text={name} />
      ))}
    </p>
  );
}

export function tagNames(t: Words["t"], { types, stalking, hasChildImage }: Tags): string[] {
  return [
    ...types.map((type) => t(`type.${type}.name`)),
    ...stalking.map((form) => t(`stalking.${form}`)),
    ...(hasChildImage ? [t("tags.child-image")] : []),
  ];
}
