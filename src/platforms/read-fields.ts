/** The facts of a page, from a frozen reading: by the platform's own reader where there is one, else by the generic. */
import type { PageReading } from "../capture/page-reading.ts";
import { fromUrl } from "./candidate.ts";
import { decide, unknownField } from "./decide-field.ts";
import { decidePost, postRecord } from "./decide-post.ts";
import { type Candidate, type Fields, postLimits } from "./field.ts";
import { addGenericFacts } from "./generic.ts";
import { addNotice } from "./notice.ts";
import { type AddressFacts, pageOf, type Platform } from "./platform.ts";
import { platformFor } from "./platform-table.ts";
import { healthOf } from "./reader-health.ts";
import { addRange } from "./relative-time.ts";

/** `tab` is what the browser knows of a page that could not be read. */
export function readFields(reading: PageReading | null, tab: { url: string; title: string } | null): Fields {
  const address = reading?.url ?? tab?.url ?? "";
  const title = reading?.title ?? tab?.title ?? "";
  const url = URL.canParse(address) ? new URL(address) : null;
  const platform = url && platformFor(url);
  const pageTitle = decide(titleCandidates(title));
  if (!url?.hostname || !platform) return { ...nothing(reading), pageTitle };
  const found = reading ? readPage(reading, url, platform) : platform.fromUrl(url);
  const facts = decidePost(found.facts, found.kind, platform.withheld);
  return {
    ...facts,
    platform: decide([...platformCandidates(url, platform), ...siteNames(reading)]),
    platformType: decide(
      platform.id === "generic" ? [] : both(fromUrl(platform.type, { raw: url.hostname })),
    ),
    pageKind: decide(both(fromUrl(found.kind, { raw: address }))),
    pageTitle,
    ...extras(found),
    ...(platform.id !== "generic" && reading ? { health: healthOf(platform, found) } : {}),
  };
}

function readPage(reading: PageReading, url: URL, platform: Platform): AddressFacts {
  const page = pageOf(reading, url);
  const found = onlyPost(platform.fromPage(page, platform.fromUrl(url)));
  if (platform.id === "generic") addGenericFacts(page, found.facts, { isWhole: true });
  else if (found.kind === "post") {
    addGenericFacts(page, found.facts, { isWhole: false });
    addNotice(page, found.facts);
  }
  for (const facts of [found.facts, found.facts.quoted, ...found.facts.posts]) {
    if (facts) addRange(facts, reading.readAt);
  }
  return found;
}

/** A list with a single post is that post's page, whatever the address says: a part of a page, a search with one hit. */
function onlyPost({ kind, facts }: AddressFacts): AddressFacts {
  const [only, another] = facts.posts;
  const isAlone = kind === "list" && only && !another && !only.fields.has("sponsored");
  return isAlone ? { kind: "post", facts: only } : { kind, facts };
}

function extras({ facts }: AddressFacts): Pick<Fields, "media" | "quoted" | "posts"> {
  const posts = facts.posts.slice(0, postLimits.posts).map(postRecord);
  return {
    ...(facts.media.length > 0 ? { media: facts.media.slice(0, postLimits.media) } : {}),
    ...(facts.quoted ? { quoted: postRecord(facts.quoted) } : {}),
    ...(posts.length > 0 ? { posts } : {}),
  };
}

function nothing(reading: PageReading | null): Omit<Fields, "pageTitle"> {
  const known = { posterName: unknownField, posterHandle: unknownField, posterId: unknownField };
  const platform = decide(siteNames(reading));
  return { ...known, platform, posterProfileUrl: unknownField, postedAt: unknownField };
}

/** A known platform by the name people call it; for any other site the host is the name. */
function platformCandidates(url: URL, platform: Platform): Candidate[] {
  const host = url.hostname.replace(/^(www|m)\./, "");
  return both(fromUrl(platform.name || host, { raw: url.href }));
}

/** What a page calls itself stands beside its address, and never in its place. */
function siteNames(reading: PageReading | null): Candidate[] {
  return (reading?.meta ?? [])
    .filter(({ name, content }) => name === "og:site_name" && content.trim())
    .slice(0, 1)
    .map(({ content }) => ({
      value: content.trim(),
      method: "open-graph",
      locator: "meta[og:site_name]",
      raw: content,
      confidence: "low",
    }));
}

function titleCandidates(title: string): Candidate[] {
  if (!title.trim()) return [];
  return [{ value: title.trim(), method: "title", locator: "title", raw: title, confidence: "high" }];
}

function both(candidate: Candidate | null): Candidate[] {
  return candidate ? [candidate] : [];
}
