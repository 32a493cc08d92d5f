/** Text that came from a page: shown as text, its direction kept to itself, invisible characters made visible. */
import { visibleLines } from "../../src/base/visible-text.ts";

export function PageText({ text }: { text: string }) {
  return <bdi>{visibleLines(text)}</bdi>;
}
