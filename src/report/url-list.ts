/** `urls.txt`: the address of every page, and those a person gave, as given; one a line, each once, in order. */
import { statedAddresses } from "../evidence/stated-addresses.ts";
import type { ReportSubject } from "./report-subject.ts";
import { windowsText } from "./windows-text.ts";

export function urlList({ items }: ReportSubject): string {
  return windowsText([...new Set(items.flatMap(({ item }) => statedAddresses(item)))]);
}
