/** What each page says, by hand from the page itself: saved ones, and our own of layouts nobody saved, with twins that lie. */
import type { PostFieldName } from "../../src/platforms/field.ts";
import layouts from "./layouts.json" with { type: "json" };
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
  /** Whether the page has nothing that a post of its site always has. */
  hasChanged?: boolean;
  posts?: { count: number; first: readonly ExpectedPost[] };
}

export const savedPages: readonly SavedPage[] = [...pages, ...layouts];
