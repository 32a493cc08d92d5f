/** The list of addresses with how each stands: kept or not, reported or not, gone or back again. */
import type { Moment } from "../base/clock.ts";
import type { UrlStatus } from "./case-fact.ts";
import type { CaseFacts } from "./case-facts.ts";
import type { TypedTime } from "./typed-time.ts";
import { urlKey } from "./url-key.ts";

/** What a row needs of a kept item. */
export interface KeptAddress {
  itemId: string;
  number: number;
  url: string;
  canonicalUrl: string | null;
  poster: string | null;
}

export interface UrlRow {
  key: string;
  /** Whole, as pasted or as kept; the first is shown, none is lost. */
  urls: readonly string[];
  /** Items with this address, oldest first. */
  kept: readonly KeptAddress[];
  status: UrlStatus;
  /** When the status was seen, and when that was written down; null while nothing was. */
  seen: { time: TypedTime; at: Moment } | null;
  receipt: string;
}

/** In the order they came onto the list; kept pages that nobody pasted follow. */
export function urlRows(
  facts: Pick<CaseFacts, "urls" | "submissions" | "urlStatuses">,
  kept: readonly KeptAddress[],
): UrlRow[] {
  const rows = new Map<string, { urls: string[]; kept: KeptAddress[] }>();
  const rowOf = (key: string) => {
    const row = rows.get(key) ?? { urls: [], kept: [] };
    rows.set(key, row);
    return row;
  };
  for (const { body } of facts.urls) for (const url of body.urls) addTo(rowOf(urlKey(url)).urls, url);
  for (const item of kept.toSorted((one, other) => one.number - other.number)) {
    const key = listedKey(item, rows) ?? urlKey(item.url);
    if (!/^https?:/i.test(item.url)) continue;
    const row = rowOf(key);
    if (row.urls.length === 0) addTo(row.urls, item.url);
    row.kept.push(item);
  }
  const standings = standingsOf(facts);
  return [...rows].map(([key, row]) => ({ key, ...row, ...(standings.get(key) ?? untouched) }));
}

const untouched = { status: "to-report" as const, seen: null, receipt: "" };

type Standing = Pick<UrlRow, "status" | "seen" | "receipt">;

/** The later line of the log wins, whether it tells of a submission or of what somebody saw. */
function standingsOf({
  submissions,
  urlStatuses,
}: Pick<CaseFacts, "submissions" | "urlStatuses">): Map<string, Standing> {
  const told = [
    ...submissions.map(({ sequence, at, body }) => ({
      ...body,
      sequence,
      at,
      status: "submitted" as const,
      time: body.submitted,
    })),
    ...urlStatuses.map(({ sequence, at, body }) => ({ ...body, sequence, at, time: body.seen })),
  ].sort((one, other) => one.sequence - other.sequence);
  const standings = new Map<string, Standing>();
  for (const { urlKeys, status, time, at, receipt } of told) {
    for (const key of urlKeys) {
      const kept = receipt === "" ? (standings.get(key)?.receipt ?? "") : receipt;
      standings.set(key, { status, seen: { time, at }, receipt: kept });
    }
  }
  return standings;
}

/** A page may name its own address differently from the one it was opened by: either finds the row. */
function listedKey({ url, canonicalUrl }: KeptAddress, rows: ReadonlyMap<string, unknown>): string | null {
  const keys = [url, ...(canonicalUrl === null ? [] : [canonicalUrl])].map(urlKey);
  return keys.find((key) => rows.has(key)) ?? null;
}

function addTo(list: string[], url: string): void {
  if (!list.includes(url)) list.push(url);
}
