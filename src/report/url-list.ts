/** `urls.txt`: the address of every page, those a person gave for one, and those only noted; one a line, each once, in order. */
import { statedAddresses } from "../evidence/stated-addresses.ts";
import type { ReportSubject } from "./report-subject.ts";
import { windowsText } from "./windows-text.ts";

export function urlList({ items, noted }: ReportSubject): string {
  return windowsText([...new Set([...items.flatMap(({ item }) => statedAddresses(item)), ...noted])]);
}
