/** Video sites that share one make: the ID in the address, JSON-LD `VideoObject` in the page. Mirrors differ: the host stays. */
import { fromPart, fromUrl } from "./candidate.ts";
import { viewkeyTime } from "./id-hex-seconds.ts";
import { address, isHost, type Page, pathParts, type Platform } from "./platform.ts";
import type { PostFacts } from "./post-facts.ts";

const hosts = ["pornhub.com", "xvideos.com", "xnxx.com", "xhamster.com", "vimeo.com", "dailymotion.com"];

export const videoHosts: Platform = {
  id: "video-hosts",
  name: "",
  type: "video",
  version: 1,
  lastVerified: "2026-11-27",
  fixtureCount: 1,
  must: [],
  match: (url) => isHost(url, ...hosts),
  fromUrl: (url) => {
    const id = videoId(url);
    const found = address(id ? "post" : "list");
    if (!id) return found;
    found.facts.add("postId", fromUrl(id)).addIdTime(viewkeyTime(id), id);
    return { ...found, facts: found.facts.add("permalink", fromUrl(url.href)) };
  },
  fromPage: (page, found) => {
    if (found.kind === "post") addUploader(page, found.facts);
    return found;
  },
};

function videoId(url: URL): string | null {
  const key = url.searchParams.get("viewkey");
  if (key) return key;
  const [first = "", second = ""] = pathParts(url);
  const bare = /^video[.-]?(\w{5,20})$/.exec(first)?.[1];
  if (bare) return bare;
  if (isHost(url, "vimeo.com")) return /^\d{5,12}$/.test(first) ? first : null;
  return /^videos?$/.test(first) && /^[\w-]{5,120}$/.test(second) ? second : null;
}

/** The one link to an account that stands with the video; lists of others' have many. */
function addUploader(page: Page, facts: PostFacts): void {
  const links = page.outline
    .findAll("a[href]")
    .filter((link) =>
      /\/(?:users|model|pornstar|channels|profiles)\/[\w.-]+\/?$/.test(
        new URL(link.attribute("href") ?? "", page.url).pathname,
      ),
    )
    .filter(
      (link) => link.text() && link.closest('[class*="user"], [class*="uploader"], [itemprop="author"]'),
    );
  const addresses = new Set(links.map((link) => link.attribute("href")));
  const [link] = links;
  if (!link || addresses.size > 1) return;
  facts.add("posterName", fromPart(link)).add("posterProfileUrl", fromPart(link, link.attribute("href")));
  const handle = pathParts(new URL(link.attribute("href") ?? "", page.url))[1] ?? null;
  facts.add("posterHandle", fromPart(link, handle));
}
