/** The key of a row: a digest of what it says. The same words give the same key in every frame, on every machine. */

export interface RowContent {
  text: string;
  sender: string | null;
  /** Machine-readable time, where the row has one. */
  time: string | null;
  /** Addresses of pictures and films in the row, without those written out as text. */
  media: readonly string[];
}

/** 16 hexadecimal letters. Wording that counts time from now (「3 分鐘前」) is left out: it changes by itself. */
export function rowKey({ text, sender, time, media }: RowContent): string {
  const words = steadyWords(text);
  return textDigest(JSON.stringify([words, sender, time, media.filter(isSteadyAddress)]));
}

const counted = String.raw`\d{1,3}\s?(?:秒鐘?|分鐘?|小時|天|週|個月|年|seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|[smhdw])`;
const fromNow = new RegExp(String.raw`${counted}\s?(?:之?前|ago)|剛剛|剛才|\bjust now\b`, "giu");

function steadyWords(text: string): string {
  return text.normalize("NFC").replace(fromNow, " ").replace(/\s+/g, " ").trim();
}

/** Placeholders and objects in memory have another address each time they are drawn. */
function isSteadyAddress(address: string): boolean {
  return !/^\s*(?:data|blob):/i.test(address);
}

const prime = 0x01000193;

/** Two FNV-1a digests of 32 bits, one read forwards and one backwards: enough to tell rows apart, no evidence. */
export function textDigest(text: string): string {
  let forwards = 0x811c9dc5;
  let backwards = 0xcbf29ce4;
  for (let index = 0; index < text.length; index += 1) {
    forwards = Math.imul(forwards ^ text.charCodeAt(index), prime) >>> 0;
    backwards = Math.imul(backwards ^ text.charCodeAt(text.length - 1 - index), prime) >>> 0;
  }
  return [forwards, backwards].map((half) => half.toString(16).padStart(8, "0")).join("");
}
