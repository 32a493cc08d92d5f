/** Reads what the page says about itself into a frozen reading. No credential, no form value, no picture's bytes. */
import type { Moment } from "../../src/base/clock.ts";
import { type PageReading, readingLimits } from "../../src/capture/page-reading.ts";
import { outermostArticles } from "./outermost-articles.ts";
import { readAuthors, readTimes } from "./read-bylines.ts";
import { readOutline } from "./read-outline.ts";
import { readScripts } from "./read-scripts.ts";
import { ReadingCap } from "./reading-cap.ts";
import { readableTrees } from "./views/page-documents.ts";
import { readMedia } from "./views/read-media.ts";
import { visibleText } from "./views/visible-text.ts";

/** Only meta entries that describe the page; others carry tokens (`csrf-token` and the like). */
const wantedMeta =
  /^(og:|article:|video:|twitter:(title|description|creator|site|image)|author$|description$|date(published|created)?$|dc\.date|dcterms\.issued$|parsely-(author|pub-date)$|sailthru\.(author|date)$|application-name$|generator$|profile:|al:(ios|android|web):url$|instapp:owner_user_id$)/i;

export function readPage(readAt: Moment): PageReading {
  const cap = new ReadingCap();
  const articles = outermostArticles();
  const trees = readableTrees();
  return {
    url: cap.value("url", location.href),
    title: cap.value("title", document.title),
    canonicalUrl: canonicalUrl(cap),
    language: document.documentElement.lang ? cap.value("language", document.documentElement.lang) : null,
    contentType: document.contentType,
    charset: document.characterSet,
    userAgent: cap.value("user agent", navigator.userAgent),
    viewport: { width: innerWidth, height: innerHeight },
    devicePixelRatio,
    articles: articles.length,
    meta: readMeta(cap),
    jsonLd: readJsonLd(cap),
    times: readTimes(cap, articles),
    authors: readAuthors(cap, articles),
    media: readMedia(cap, trees),
    text: cap.text("text", visibleText(trees), readingLimits.textCharacters),
    readAt,
    outline: readOutline(cap),
    scripts: readScripts(cap),
    cut: cap.cut(),
  };
}

function canonicalUrl(cap: ReadingCap): string | null {
  const href = document.querySelector<HTMLLinkElement>('link[rel~="canonical"][href]')?.href;
  return href ? cap.value("canonical address", href) : null;
}

function readMeta(cap: ReadingCap): PageReading["meta"] {
  // Some sites write `value` for `content`; no browser minds.
  const entries = [...document.querySelectorAll("meta[content], meta[value]")].flatMap((meta) => {
    const name =
      meta.getAttribute("property") ?? meta.getAttribute("name") ?? meta.getAttribute("itemprop") ?? "";
    if (!wantedMeta.test(name)) return [];
    return [{ name: cap.value("meta", name), content: cap.value("meta", contentOf(meta)) }];
  });
  return cap.list("meta", entries, readingLimits.metaEntries);
}

function contentOf(meta: Element): string {
  return meta.getAttribute("content") ?? meta.getAttribute("value") ?? "";
}

function readJsonLd(cap: ReadingCap): string[] {
  const blocks = [...document.querySelectorAll('script[type="application/ld+json"]')].map((script) =>
    cap.text("page data", script.textContent ?? "", readingLimits.jsonLdCharacters),
  );
  return cap.list("page data", blocks, readingLimits.jsonLdBlocks);
}
