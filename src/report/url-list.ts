/** `urls.txt`: the address of every page, and of imports the one a person filled in; one a line, each once, in order. */
import type { ReportSubject } from "./report-subject.ts";
import { windowsText } from "./windows-text.ts";

export function urlList({ items }: ReportSubject): string {
  const urls = items.map(({ item }) => item.address.url || (item.fields.permalink?.value ?? ""));
  return windowsText([...new Set(urls.filter((url) => url !== ""))]);
}
