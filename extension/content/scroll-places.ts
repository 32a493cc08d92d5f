/** Remembers how far everything is scrolled, for what moves while the page is drawn in other fonts. */
import { allTrees } from "./shadow-roots.ts";

/** Call the answer to put everything back where it was. */
export function rememberScroll(): () => void {
  const places = allTrees()
    .flatMap((tree) => [...tree.querySelectorAll("*")])
    .filter(({ scrollTop, scrollLeft }) => scrollTop !== 0 || scrollLeft !== 0)
    .map((element) => ({ element, top: element.scrollTop, left: element.scrollLeft }));
  return () => {
    for (const { element, top, left } of places) element.scrollTo({ top, left, behavior: "instant" });
  };
}
