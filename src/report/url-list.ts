/** `urls.txt`: the address of every page, one a line, each once, in the order they were kept. */
import type { ReportSubject } from "./report-subject.ts";
import { windowsText } from "./windows-text.ts";

export function urlList({ items }: ReportSubject): string {
  return windowsText([...new Set(items.map(({ item }) => item.address.url))]);
}
