/** The files of an item and their digests: what anybody can compare with other tools. */
import type { EvidenceFile } from "../../src/evidence/evidence-file.ts";
import type { EvidenceItem } from "../../src/evidence/evidence-item.ts";
import { sizeWords } from "../interface/size-wording.ts";
import { useWords } from "../interface/words.ts";

export function ItemFiles({ item }: { item: EvidenceItem }) {
  const { t } = useWords();
  return (
    <details class="panel">
      <summary>
        <strong>{t("files.title")}</strong> {t("files.count", { count: item.files.length })}
      </summary>
      <p class="soft">{t("files.what")}</p>
      <table class="as-cards">
        <thead>
          <tr>
            <th scope="col">{t("files.name")}</th>
            <th scope="col">{t("files.kind")}</th>
            <th scope="col" class="num">
              {t("files.size")}
            </th>
            <th scope="col">{t("files.digest")}</th>
          </tr>
        </thead>
        <tbody>
          {item.files.map((file) => (
            <FileRow key={file.name} file={file} />
          ))}
        </tbody>
      </table>
    </details>
  );
}

function FileRow({ file: { name, kind, sizeBytes, sha256 } }: { file: EvidenceFile }) {
  const { t } = useWords();
  return (
    <tr>
      <th scope="row" class="mono">
        {name}
      </th>
      <td>{t(`file.${kind}`)}</td>
      <td class="num nowrap">{sizeWords(sizeBytes)}</td>
      <td class="mono small digest">{sha256}</td>
    </tr>
  );
}
