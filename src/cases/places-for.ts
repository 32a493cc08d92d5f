/** The further places that help in this case: what takes only images of adults, or only from before 18, is left out. */
import { type HelpPlaceId, helpPlaceIds, helpPlaces } from "../data/help-places.ts";
import type { Answers } from "./answers.ts";

/** An age at the event that nobody knows leaves both out of doubt: only Take It Down, which asks for no proof. */
export function placesFor({ ageNow, ageAtEvent }: Pick<Answers, "ageNow" | "ageAtEvent">): HelpPlaceId[] {
  const isOfAdult = ageNow === "adult" && ageAtEvent === "adult";
  return helpPlaceIds.filter((id) => {
    const { images } = helpPlaces[id];
    return images === "any" || (images === "adult") === isOfAdult;
  });
}
