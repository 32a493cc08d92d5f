/** The articles of a page that stand in no other: posts of their own. */

export const articleSelector = 'article, [role="article"]';

export function outermostArticles(): Element[] {
  const articles = [...document.querySelectorAll(articleSelector)];
  return articles.filter((article) => !article.parentElement?.closest(articleSelector));
}
