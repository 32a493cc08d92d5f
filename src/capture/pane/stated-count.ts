/** How many rows a heading says there are: 「12 則留言」, 「訊息（240）」, "1,024 comments". */

const things = "留言|回覆|回應|訊息|評論|comments?|replies|messages?";
const number = String.raw`(\d{1,3}(?:,\d{3})+|\d{1,6})`;
const before = new RegExp(
  String.raw`(?<![\d.,])${number}\s?(?:則|條|筆|個|篇)?\s?(?:${things})(?![\p{L}\d])`,
  "giu",
);
const behind = new RegExp(String.raw`(?<!\p{L})(?:${things})\s?[(（]\s?${number}\s?[)）]`, "giu");

/** Null where it says none, or several different ones. Rounded numbers (1.2K, 1.2 萬) are none. */
export function statedCount(text: string): number | null {
  const found = [before, behind].flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ([, digits = ""]) => Number(digits.replaceAll(",", ""))),
  );
  const [first] = found;
  return first !== undefined && found.every((count) => count === first) ? first : null;
}
