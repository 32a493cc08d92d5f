/** Numbers that a heading gives of its rows, and those that only look like one. */
import { expect, test } from "vitest";
import { statedCount } from "../../../../src/capture/pane/stated-count.ts";

test.each([
  ["12 則留言", 12],
  ["全部 1,024 則留言", 1_024],
  ["留言（240）", 240],
  ["訊息 (7)", 7],
  ["3 replies", 3],
  ["1 comment", 1],
  ["回覆 (5)\n5 則回覆", 5],
  ["0 comments", 0],
])("%s says %s", (text, count) => expect(statedCount(text)).toBe(count));

test.each([
  "1.2K comments",
  "1.2 萬則留言",
  "3 則未讀訊息",
  "2 new messages",
  "5 則留言・8 則回覆",
  "iPhone 15 messagesets",
  "10:30 發的訊息",
  "",
])("%s says none", (text) => expect(statedCount(text)).toBeNull());
