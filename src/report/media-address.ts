/** Items whose page is itself a picture or a film: for who gets no address of one, theirs is not told either. */
import type { EvidenceItem } from "../evidence/evidence-item.ts";
import { type Field, fieldNames } from "../platforms/field.ts";

/** As servers and image services name them: at the end of the path, or as the format that is asked for. */
const mediaPath =
  /\.(?:jpe?g|jfif|png|gif|webp|avif|bmp|svg|hei[cf]|mp4|m4v|webm|mov|mkv|m3u8|mp3|m4a|ogg|wav)$/i;
const mediaFormat = /[?&](?:format|fm|fmt|ext)=(?:jpe?g|png|gif|webp|avif|mp4|webm)\b/i;

/** Whether an address leads to a picture, a film or a sound, as far as it can be told without asking. */
export function isMediaAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { pathname, search } = new URL(address);
  return mediaPath.test(pathname) || mediaFormat.test(search);
}

/** For reports alone: what was kept stays what it is. */
export function withoutMediaAddress(item: EvidenceItem): EvidenceItem {
  const { address } = item;
  const isMedia = /^(?:image|video|audio)\//.test(address.contentType ?? "") || isMediaAddress(address.url);
  const isOther = address.canonicalUrl !== null && isMediaAddress(address.canonicalUrl);
  const fields: EvidenceItem["fields"] = { ...item.fields };
  for (const name of fieldNames) {
    const field = fields[name];
    if (field && hasMediaAddress(field)) fields[name] = { state: "not-found", value: null, candidates: [] };
  }
  const canonicalUrl = isMedia || isOther ? null : address.canonicalUrl;
  return { ...item, fields, address: { ...address, url: isMedia ? "" : address.url, canonicalUrl } };
}

function hasMediaAddress({ value, candidates }: Field): boolean {
  const values = [value ?? "", ...candidates.flatMap((candidate) => [candidate.value, candidate.raw])];
  return values.some((text) => /^https?:/i.test(text) && isMediaAddress(text));
}
