/** Reads what a page of a PDF draws, and knows the few words ours are drawn with: none of them can carry a picture inside. */

/** More than any page, font or table of characters of ours unpacks to. */
const mostStreamBytes = 24 * 1024 * 1024;

/**
 * Numbers, names, strings, arrays and marks around text (ISO 32000-1, 7.8.2), and the operators that our report needs:
 * state and path (8.4, 8.5), colour (8.6), text (9), marked content (14.6), and `Do`, which shows an image object.
 */
const token =
  /(?:[+-]?(?:\d{1,12}(?:\.\d{0,20})?|\.\d{1,20})(?:e-?\d{1,2})?|\/[\w.+-]{1,127}|<[\da-fA-F]*>|\((?:[^()\\]|\\.)*\)|<<|>>|[[\]]|(?:q|Q|cm|w|J|j|M|d|m|l|c|h|re|S|f|W|n|cs|CS|scn|SCN|BT|ET|Tf|Tm|Tr|Tw|Tc|Tz|Ts|TL|Td|TJ|Tj|BDC|BMC|EMC|Do)(?=[\s[\]<>(/]|$))/y;
const space = /[\s\0]*/y;

/** Whether nothing but that is written there. */
export function drawsPlainly(content: string): boolean {
  for (let at = skip(space, content, 0) ?? 0; at < content.length; at = skip(space, content, at) ?? at) {
    const end = skip(token, content, at);
    if (end === null || end === at) return false;
    at = end;
  }
  return true;
}

function skip(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** Null when the bytes are not packed as ours (zlib, RFC 1950), or would unpack to more than any of ours. */
export async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  const reader = stream.getReader();
  const decoder = new TextDecoder("latin1");
  const parts: string[] = [];
  let length = 0;
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      length += step.value.length;
      if (length > mostStreamBytes) return null;
      parts.push(decoder.decode(step.value, { stream: true }));
    }
    return parts.join("");
  } catch {
    return null;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
