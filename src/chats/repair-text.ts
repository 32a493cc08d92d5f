/**
 * Facebook and Instagram write the UTF-8 bytes of a text as if each were a character of Latin-1 (「ä½ å¥½」 for 「你好」).
 * The repaired text is a view: what stands in the file is kept beside it.
 */

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Null where there is nothing to repair: plain text, or text that is no such chain of bytes. */
export function repairedText(text: string): string | null {
  if (!/[\u0080-\u00ff]/.test(text) || /[^\p{Cc}\u0020-\u00ff]/u.test(text)) return null;
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}
