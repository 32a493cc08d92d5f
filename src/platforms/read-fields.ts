/** The facts of a page of any kind, from a frozen reading. What the page does not say stays unknown. */
import type { PageReading } from "../capture/page-reading.ts";
import { decide, unknownField } from "./decide-field.ts";
import type { Candidate, Fields } from "./field.ts";
import { mainEntity } from "./json-ld.ts";
import { readPostedAt } from "./read-posted-at.ts";
import { readPoster } from "./read-poster.ts";
import { isSameInstant } from "./same-instant.ts";

/** `tab` is what the browser knows of a page that could not be read. */
export function readFields(reading: PageReading | null, tab: { url: string; title: string } | null): Fields {
  const url = reading?.url ?? tab?.url ?? "";
  const title = reading?.title ?? tab?.title ?? "";
  const known = {
    platform: decide(platformCandidates(url, reading)),
    pageTitle: decide(titleCandidates(title)),
  };
  const unknown = { posterHandle: unknownField, posterId: unknownField };
  if (!reading) {
    return {
      ...known,
      ...unknown,
      posterName: unknownField,
      posterProfileUrl: unknownField,
      postedAt: unknownField,
    };
  }
  const main = mainEntity(reading.jsonLd, [reading.url, reading.canonicalUrl ?? reading.url]);
  const poster = readPoster(reading, main);
  return {
    ...known,
    ...unknown,
    posterName: decide(poster.names),
    posterProfileUrl: decide(poster.profileUrls),
    postedAt: decide(readPostedAt(reading, main), isSameInstant),
  };
}

/** The host in the address bar is the platform; what a page calls itself stands beside it. */
function platformCandidates(url: string, reading: PageReading | null): Candidate[] {
  if (!URL.canParse(url)) return [];
  const { hostname } = new URL(url);
  if (!hostname) return [];
  const value = hostname.replace(/^(www|m)\./, "");
  return [{ value, method: "url", locator: "address", raw: url, confidence: "high" }, ...siteNames(reading)];
}

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
