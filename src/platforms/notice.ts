/** "Already removed" notices: that a post is gone is a fact worth keeping, in the words of the page. */
import { fromPart } from "./candidate.ts";
import type { Page } from "./platform.ts";
import type { PostFacts } from "./post-facts.ts";

const gone = [
  "目前無法查看此內容|此內容目前無法查看|無法使用此頁面|很抱歉，無法使用|找不到(?:這個|此|該)?(?:網頁|頁面|文章|貼文|內容)",
  "(?:貼文|文章|影片|留言|訊息|內容|推文|噗|帳號).{0,12}(?:已|被)(?:被|經|遭)?.{0,6}(?:刪除|移除|下架|停權|凍結)|無法播放(?:這部)?影片",
  "(?:内容|微博|笔记|视频).{0,8}(?:已被|不存在|无法).{0,6}(?:删除|查看|浏览)?|抱歉，此微博",
  "(?:content|page|post|video|account|tweet) (?:isn.t|is not|is no longer|is currently) (?:un)?available|video unavailable",
  "(?:post|video|account|message|tweet|content) (?:was|has been|is) (?:deleted|removed|suspended|taken down)",
  "page (?:doesn.t exist|not found)|post not found",
].join("|");
const notice = new RegExp(gone, "i");
const longestNotice = 200;

/** Only where nothing else of the post was found: a comment may quote such words. */
export function addNotice(page: Page, facts: PostFacts): void {
  const hasContent = facts.fields.get("postText")?.some(({ method }) => method !== "url");
  if (hasContent) return;
  const said = page.outline.nodes.flatMap((node, place) => {
    const isNotice = node.text && node.text.length <= longestNotice && notice.test(node.text);
    const part = isNotice && !node.isHidden ? page.outline.part(place) : null;
    return part && !part.closest("nav, footer, aside, [role=complementary]") ? [part] : [];
  });
  facts.add("availability", fromPart(said[0] ?? null));
}
