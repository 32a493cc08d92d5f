/** What each saved page says, by hand from the page itself. What is not listed the page does not say. */
import type { PostFieldName } from "../../src/platforms/field.ts";
import pages from "./saved-pages.json" with { type: "json" };

/** Texts are compared by their beginning. */
export type ExpectedPost = Partial<Record<PostFieldName, string>> & { media?: readonly string[] };

export interface SavedPage {
  /** In `tests/pages/saved`. */
  file: string;
  url: string;
  platform: string;
  kind: string;
  fields: ExpectedPost;
  quoted?: ExpectedPost;
  /** The first of several posts, and how many there are. */
  posts?: { count: number; first: readonly ExpectedPost[] };
}

export const savedPages: readonly SavedPage[] = pages;
