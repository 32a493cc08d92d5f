/** How it is known that the picture is whole: six things that were checked, in words, each with its figures. */
import type { ClauseState } from "../../src/capture/proof.ts";
import { type EvidenceItem, proofOf } from "../../src/evidence/evidence-item.ts";
import { Icon, type IconName } from "../interface/icon.tsx";
import { useWords } from "../interface/words.ts";
import { type ProofLine, proofLines } from "./proof-lines.ts";

const icons: Record<ClauseState, IconName> = {
  holds: "check",
  fails: "doc",
  "not-applicable": "minus",
  "not-checked": "minus",
};

export function ItemProof({ item }: { item: EvidenceItem }) {
  const { t } = useWords();
  const proof = proofOf(item);
  if (!proof) return null;
  return (
    <details class="panel">
      <summary>
        <strong>{t("proof.title")}</strong>
      </summary>
      <p class="soft">{t("proof.what")}</p>
      <ul class="plain proof-lines">
        {proofLines(proof).map((line) => (
          <Line key={line.clause} line={line} />
        ))}
      </ul>
    </details>
  );
}

function Line({ line: { clause, state, key, values } }: { line: ProofLine }) {
  const { t } = useWords();
  return (
    <li>
      <Icon name={icons[state]} />
      <span>
        {t(key, values)} <span class="small soft mono">{clause}</span>
      </span>
    </li>
  );
}
