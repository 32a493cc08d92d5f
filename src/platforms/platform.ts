/** What a reader of one platform is: which addresses it knows, what an address alone gives, what the page gives. */
import type { PageReading } from "../capture/page-reading.ts";
import type { PostFieldName } from "./field.ts";
import { Outline } from "./outline.ts";
import { PageData } from "./page-data.ts";
import { PostFacts } from "./post-facts.ts";

/** 平臺資訊: the kinds that Taiwan's takedown centre counts by, and places for files. */
export const platformTypes = [
  "social",
  "video",
  "forum",
  "messaging",
  "short-url",
  "dating",
  "files",
  "web",
] as const;
export type PlatformType = (typeof platformTypes)[number];

/** `post`: the page has one post of its own. `list`: many, none of them its own. `profile`: many of one account. */
export const pageKinds = ["post", "profile", "list", "chat", "file", "page"] as const;
export type PageKind = (typeof pageKinds)[number];

export interface AddressFacts {
  kind: PageKind;
  facts: PostFacts;
}

export interface Platform {
  /** Stable and short: `x`, `facebook`. */
  id: string;
  /** As people call it. */
  name: string;
  type: PlatformType;
  version: number;
  /** The day on which somebody last tried it on real pages: `YYYY-MM-DD`. */
  lastVerified: string;
  /** Pages and page data in `tests/platforms` that it is tried on. */
  fixtureCount: number;
  /** What a post of this platform always has; none of them found on a post's page: the site has changed. */
  must: readonly PostFieldName[];
  /** What it shows nobody who reads its pages: a person looking for it looks in vain. */
  withheld?: readonly PostFieldName[];
  match(url: URL): boolean;
  /** Pure of the address: needs no page, and no page can falsify it. */
  fromUrl(url: URL): AddressFacts;
  /** What the page adds; the kind may be corrected by what is there. */
  fromPage(page: Page, address: AddressFacts): AddressFacts;
}

/** A frozen reading, prepared for readers. */
export interface Page {
  url: URL;
  reading: PageReading;
  outline: Outline;
  data: PageData;
}

export function pageOf(reading: PageReading, url: URL): Page {
  return { url, reading, outline: new Outline(reading.outline), data: new PageData(reading.scripts) };
}

export function metaOf(page: Page, name: string): PageReading["meta"][number] | null {
  return page.reading.meta.find((entry) => entry.name.toLowerCase() === name) ?? null;
}

export function isHost(url: URL, ...hosts: string[]): boolean {
  return hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
}

/** Path without its slashes, decoded where it can be. */
export function pathParts(url: URL): string[] {
  return url.pathname.split("/").filter(Boolean).map(decoded);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function address(kind: PageKind): AddressFacts {
  return { kind, facts: new PostFacts() };
}
