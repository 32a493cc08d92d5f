/** Reads `time` elements and bylines with where they stand, so that the core can judge whose they are. */
import { type AuthorElement, readingLimits, type TimeElement } from "../../src/capture/page-reading.ts";
import { articleSelector } from "./outermost-articles.ts";
import type { ReadingCap } from "./reading-cap.ts";

export function readTimes(cap: ReadingCap, articles: readonly Element[]): TimeElement[] {
  const elements = firstOf(
    'time, [itemprop~="datePublished"], [itemprop~="uploadDate"]',
    readingLimits.timeElements,
  );
  const times = elements.map((element) => ({
    machine: machineTime(cap, element),
    shown: cap.value("times", shownText(element)),
    locator: locatorOf(element),
    property: propertyOf(element),
    article: articleOf(element, articles),
    isNested: isNested(element),
    isHidden: !isShown(element),
  }));
  return cap.list("times", times, readingLimits.timeElements);
}

export function readAuthors(cap: ReadingCap, articles: readonly Element[]): AuthorElement[] {
  const elements = firstOf('[rel~="author"], [itemprop~="author"]', readingLimits.authorElements);
  const authors = elements.map((element) => ({
    shown: cap.value("bylines", bylineName(element)),
    href: bylineAddress(cap, element),
    locator: locatorOf(element),
    article: articleOf(element, articles),
    isNested: isNested(element),
    isHidden: !isShown(element),
  }));
  return cap.list("bylines", authors, readingLimits.authorElements);
}

/** One more than are kept, so that the cut shows: to find the place of each among many takes long. */
function firstOf(selector: string, most: number): Element[] {
  return [...document.querySelectorAll(selector)].slice(0, most + 1);
}

function machineTime(cap: ReadingCap, element: Element): string | null {
  const machine = element.getAttribute("datetime") ?? element.getAttribute("content");
  return machine === null ? null : cap.value("times", machine);
}

/** Microdata of a person holds the name in a part of its own. */
function bylineName(element: Element): string {
  const name = element.querySelector('[itemprop~="name"]') ?? element;
  return name.getAttribute("content") ?? shownText(name);
}

function bylineAddress(cap: ReadingCap, element: Element): string | null {
  const link = element.querySelector('[itemprop~="url"]') ?? element;
  const href = link.getAttribute("href");
  if (!href || !URL.canParse(href, document.baseURI)) return null;
  const url = new URL(href, document.baseURI);
  return /^https?:$/.test(url.protocol) ? cap.value("bylines", url.href) : null;
}

function propertyOf(element: Element): string | null {
  const property = element.getAttribute("itemprop");
  if (property) return /datePublished|uploadDate/.test(property) ? "datePublished" : property.slice(0, 100);
  return element.hasAttribute("pubdate") ? "datePublished" : null;
}

function articleOf(element: Element, articles: readonly Element[]): number {
  return articles.findIndex((article) => article.contains(element));
}

function isNested(element: Element): boolean {
  const own = element.closest(articleSelector);
  return Boolean(own?.parentElement?.closest(articleSelector));
}

function shownText(element: Element): string {
  return (element.textContent ?? "").replace(/\s+/g, " ").trim();
}

function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
}

/** A path of names and places, e.g. `html>body>main:3>article>time:2`; no text of the page in it. */
function locatorOf(element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at && steps.length < 40; at = at.parentElement) {
    const twins = at.parentElement
      ? [...at.parentElement.children].filter((child) => child.localName === at?.localName)
      : [];
    steps.unshift(twins.length > 1 ? `${at.localName}:${twins.indexOf(at) + 1}` : at.localName);
  }
  return steps.join(">").slice(0, 1_000);
}
