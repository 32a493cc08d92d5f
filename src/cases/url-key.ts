/** How two addresses are compared: the same place in other clothes is one place. The addresses themselves stay whole. */

/**
 * Parameters that say how somebody came to the page, or are a pass that changes with every share; never which page it
 * is. Names as the platforms and advertisers write them (seen in shared links).
 */
const notThePlace = new Set([
  "_rdr",
  "fbclid",
  "gclid",
  "igsh",
  "igshid",
  "mibextid",
  "rdid",
  "refsrc",
  "share_from_user_hidden",
  "share_id",
  "si",
  "twclid",
  "xsec_source",
  "xsec_token",
]);

/** Other names of the same host. */
const sameHost: Readonly<Record<string, string>> = {
  "m.facebook.com": "facebook.com",
  "mbasic.facebook.com": "facebook.com",
  "web.facebook.com": "facebook.com",
  "m.youtube.com": "youtube.com",
  "twitter.com": "x.com",
  "mobile.twitter.com": "x.com",
  "mobile.x.com": "x.com",
  "old.reddit.com": "reddit.com",
};

/**
 * A key for comparing only. Host, path, the other parameters in order of their names, and the whole fragment, which
 * on some platforms (MEGA) is the key to the file. An address that cannot be read is its own key.
 */
export function urlKey(address: string): string {
  if (!URL.canParse(address)) return address.trim();
  const { host, pathname, searchParams, hash, protocol } = new URL(address);
  if (protocol !== "http:" && protocol !== "https:") return address.trim();
  const named = host.replace(/^www\./, "").replace(/\.$/, "");
  const kept = [...searchParams].filter(([name]) => !notThePlace.has(name) && !name.startsWith("utm_"));
  kept.sort(([one], [other]) => (one < other ? -1 : Number(one > other)));
  const query = new URLSearchParams(kept).toString();
  const path = pathname.replace(/\/+$/, "");
  return `${sameHost[named] ?? named}${path}${query && `?${query}`}${hash}`.slice(0, 8_192);
}
