/** What can be said of the page in front without looking into it. */

export type Site = { kind: "web"; host: string } | { kind: "file" } | { kind: "closed" };

/** `closed` are the browser's own pages and those whose address the browser does not tell. */
export function siteOf(url: string | null): Site {
  if (url === null || !URL.canParse(url)) return { kind: "closed" };
  const { protocol, host } = new URL(url);
  if (protocol === "file:") return { kind: "file" };
  return (protocol === "http:" || protocol === "https:") && host ? { kind: "web", host } : { kind: "closed" };
}

const longestShown = 32;

/** Host and path for a narrow row; the middle of a long one is left out, the whole stands in the library. */
export function shortAddress(url: string): string {
  const bare = url.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
  if (bare.length <= longestShown) return bare;
  const head = Math.ceil(longestShown * 0.6);
  return `${bare.slice(0, head)}…${bare.slice(bare.length - (longestShown - head - 1))}`;
}
