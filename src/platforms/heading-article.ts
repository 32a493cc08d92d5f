/** The article of a page that holds its only heading of the first rank: there the page's own byline stands. */
import type { Page } from "./platform.ts";

const articles = 'article, [role="article"]';

/**
 * Its place among the outermost articles, as bylines count them; null where no article or several hold such a heading,
 * where there are others outside, or where the outline is cut and may lack one.
 */
export function headingArticle({ outline, reading }: Page): number | null {
  const outermost = outline.findAll(articles).filter(({ parent }) => !parent?.closest(articles));
  if (outermost.length !== reading.articles) return null;
  const headings = outline.findAll("h1").filter((heading) => heading.text() !== "");
  const [only, another] = headings;
  if (!only || another) return null;
  const place = outermost.findIndex((article) => article.contains(only));
  return place < 0 ? null : place;
}
