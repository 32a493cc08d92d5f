/** `paste-center.txt`: one row for each picture address, in the order a takedown notice asks for the facts. */
import type { MediaElement } from "../capture/page-reading.ts";
import { type Language, say, type WordKey } from "../words/say.ts";
import { orMissing, statedValue } from "./item-words.ts";
import { mediaAddressesOf } from "./media-list.ts";
import type { ReportedItem, ReportSubject } from "./report-subject.ts";
import { taipeiTime, taipeiTimeOf } from "./taipei-time.ts";
import { windowsText } from "./windows-text.ts";

const head: readonly WordKey[] = [
  "report.center.site",
  "report.center.page",
  "report.center.media",
  "report.center.poster",
  "report.center.poster-id",
  "report.center.posted",
  "report.center.kept",
];

export function pasteCenter(language: Language, { items, noted }: ReportSubject): string {
  const rows = new Map<string, string[]>();
  for (const reported of items) {
    if (addressOf(reported) === "") continue;
    for (const media of mediaAddresses(language, reported.media)) {
      const key = JSON.stringify([addressOf(reported), media]);
      if (!rows.has(key)) rows.set(key, row(language, reported, media));
    }
  }
  const media = new Set(items.flatMap((reported) => mediaAddressesOf(reported.media)));
  const only = noted.filter((url) => !media.has(url)).map((url) => notedRow(language, url));
  const title = [say(language, "report.center.title"), say(language, "report.by-public-guidance"), ""];
  const lines = [head.map((name) => say(language, name)), ...rows.values(), ...only].map((cells) =>
    cells.map(inRow).join(" | "),
  );
  return windowsText([...title, ...lines]);
}

/** Of an import what a person filled in; without any, there is nothing to take down. */
function addressOf({ item: { address: page, fields } }: ReportedItem): string {
  return page.url || (fields.permalink?.value ?? "");
}

/** A page without any address still gets its row. */
function mediaAddresses(language: Language, media: readonly MediaElement[]): string[] {
  const addresses = mediaAddressesOf(media).map((url) => address(language, url));
  return addresses.length > 0 ? [...new Set(addresses)] : [say(language, "report.missing")];
}

/** A `blob:` or `data:` address leads nowhere for anyone else. */
function address(language: Language, url: string): string {
  if (/^data:/i.test(url)) return say(language, "report.center.inline");
  return /^blob:/i.test(url) ? `${url}${say(language, "report.center.no-stable-address")}` : url;
}

function row(language: Language, reported: ReportedItem, media: string): string[] {
  const { item } = reported;
  const url = addressOf(reported);
  const { platform, posterHandle, posterName, posterId, postedAt } = item.fields;
  const posted = postedAt.value ?? "";
  return [
    orMissing(language, platform.value ?? hostOf(url)),
    url,
    media,
    orMissing(language, statedValue(language, posterHandle) ?? statedValue(language, posterName)),
    orMissing(language, statedValue(language, posterId)),
    orMissing(language, taipeiTimeOf(language, posted) ?? posted),
    taipeiTime(language, item.finishedAt.utc),
  ];
}

/** Nothing but the address is known. */
function notedRow(language: Language, url: string): string[] {
  const missing = say(language, "report.missing");
  const unknown = [missing, missing, missing, missing];
  return [orMissing(language, hostOf(url)), url, ...unknown, say(language, "document.only-noted")];
}

function hostOf(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#]+)/i.exec(url)?.[1] ?? "";
}

/** The bar separates; within an address it has an escape of its own, within words its wide form. */
function inRow(cell: string): string {
  return cell.replaceAll("|", /^[a-z][a-z0-9+.-]*:\/\//i.test(cell) ? "%7C" : "｜");
}
