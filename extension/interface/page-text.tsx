/** Text that came from a page: shown as text, its direction kept to itself, invisible characters made visible. */
import { visibleText } from "./visible-text.ts";

export function PageText({ text }: { text: string }) {
  return <bdi>{visibleText(text)}</bdi>;
}
