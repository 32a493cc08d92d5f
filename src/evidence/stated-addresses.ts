/** The addresses an item stands for: its page's, and the one a person gave for it, exactly as given. */
import type { EvidenceItem } from "./evidence-item.ts";

/**
 * Of an item with what was corrected over its fields. An import has no page: there the field is all there is. What was
 * merely read beside a page's own address names the same page, and adds nothing.
 */
export function statedAddresses({ address, fields }: Pick<EvidenceItem, "address" | "fields">): string[] {
  const { permalink } = fields;
  const isGiven = permalink?.state === "typed" || permalink?.state === "pointed";
  const given = address.url === "" || isGiven ? (permalink?.value ?? "") : "";
  return [...new Set([address.url, given])].filter((url) => url !== "");
}
