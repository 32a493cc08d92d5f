/** The addresses as a table: chosen or not, address, account, kept or not, how the report stands. */
import type { UrlRow } from "../../../src/cases/url-rows.ts";
import { useWords } from "../../interface/words.ts";
import { UrlLine } from "./url-line.tsx";

interface UrlTableProps {
  rows: readonly UrlRow[];
  chosen: ReadonlySet<string>;
  onChoose: (keys: ReadonlySet<string>) => void;
  isTextOnly: boolean;
  onOpenItem: (itemId: string) => void;
}

export function UrlTable({ rows, chosen, onChoose, isTextOnly, onOpenItem }: UrlTableProps) {
  const { t } = useWords();
  const isAll = rows.length > 0 && rows.every(({ key }) => chosen.has(key));
  const toggle = (key: string) => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    onChoose(next);
  };
  return (
    <table class="urls as-cards">
      <caption class="visually-hidden">{t("urls.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">
            <label class="tick" data-head={t("urls.select-all")}>
              <input
                type="checkbox"
                data-action="select-all"
                aria-label={t("urls.select-all")}
                checked={isAll}
                onChange={() => onChoose(new Set(isAll ? [] : rows.map(({ key }) => key)))}
              />
            </label>
          </th>
          <th scope="col">{t("urls.col-url")}</th>
          <th scope="col">{t("urls.col-account")}</th>
          <th scope="col">{t("urls.col-kept")}</th>
          <th scope="col">{t("urls.col-status")}</th>
          <th scope="col">{t("urls.col-receipt")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <UrlLine
            key={row.key}
            row={row}
            isChosen={chosen.has(row.key)}
            onToggle={() => toggle(row.key)}
            isTextOnly={isTextOnly}
            onOpenItem={onOpenItem}
          />
        ))}
      </tbody>
    </table>
  );
}
