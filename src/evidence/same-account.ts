/** Which items are of one account: by the platform's own ID, else by handle or profile address; never by a name alone. */
import { urlKey } from "../cases/url-key.ts";
import type { CustodyEntry } from "../custody/custody-entry.ts";
import type { Field, Fields } from "../platforms/field.ts";
import { correctedFields, correctionsOf } from "./corrections.ts";
import { type EvidenceItem, importedOf } from "./evidence-item.ts";
import type { StoredItem } from "./evidence-store.ts";

/** How sure it is: an ID stays, a handle may be given up and taken by somebody else, an address follows the handle. */
export type KnownBy = "id" | "handle" | "profile";

export interface Account {
  key: string;
  knownBy: KnownBy;
}

export interface AccountGroup extends Account {
  /** In the order they were given. */
  items: StoredItem[];
  /** Every name it went by, with its handle, each once, in that order. */
  names: string[];
}

/** Null where the page does not say, or says two things; and for what was put in by hand. */
export function accountOf(item: EvidenceItem, log: readonly CustodyEntry[]): Account | null {
  if (importedOf(item)) return null;
  const fields = fieldsOf(item, log);
  const site = fields.platform.value ?? siteOf(item.address.url);
  if (site === null) return null;
  const id = settled(fields.posterId);
  if (id !== null) return { key: `id ${site} ${id}`, knownBy: "id" };
  const handle = settled(fields.posterHandle)?.replace(/^@/, "").toLowerCase();
  if (handle) return { key: `handle ${site} ${handle}`, knownBy: "handle" };
  const profile = settled(fields.posterProfileUrl);
  return profile === null ? null : { key: `profile ${urlKey(profile)}`, knownBy: "profile" };
}

/** Accounts in the order of their first item, with all their items. */
export function accountsOf(items: readonly StoredItem[], log: readonly CustodyEntry[]): AccountGroup[] {
  const groups = new Map<string, AccountGroup>();
  for (const stored of items) {
    const account = accountOf(stored.item, log);
    if (!account) continue;
    const group = groups.get(account.key) ?? { ...account, items: [], names: [] };
    group.items.push(stored);
    const name = nameIn(fieldsOf(stored.item, log));
    if (name !== "" && !group.names.includes(name)) group.names.push(name);
    groups.set(account.key, group);
  }
  return [...groups.values()];
}

function fieldsOf(item: EvidenceItem, log: readonly CustodyEntry[]): Fields {
  return correctedFields(item.fields, correctionsOf(log, item.id));
}

/** Two sources that disagree say nothing sure about whose it is. */
function settled({ state, value }: Field): string | null {
  const text = value?.normalize("NFC").trim() ?? "";
  return state === "conflict" || text === "" ? null : text;
}

/** `測試帳號甲 @test_a`; the name alone where the handle says the same. */
function nameIn({ posterName, posterHandle }: Fields): string {
  return [...new Set([posterName.value ?? "", posterHandle.value ?? ""])].filter(Boolean).join(" ");
}

function siteOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host || null : null;
}
