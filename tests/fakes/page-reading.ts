/** A page reading with nothing in it but what a test puts there. */
import { PageReading } from "../../src/capture/page-reading.ts";

export function pageReading(change: Partial<PageReading> = {}): PageReading {
  return PageReading.parse({
    url: "https://social.example/p/88420?ref=share#top",
    title: "範例社群的一則貼文",
    canonicalUrl: null,
    language: "zh-Hant-TW",
    contentType: "text/html",
    charset: "UTF-8",
    userAgent: "test",
    viewport: { width: 1280, height: 800 },
    devicePixelRatio: 1,
    articles: 0,
    meta: [],
    jsonLd: [],
    times: [],
    authors: [],
    media: [],
    text: "",
    cut: [],
    ...change,
  });
}
