/** What the mask hid and where, as a list: kind, place, size, and whether an address is known. */
import type { HiddenPlace } from "../../src/capture/mask/hidden-places.ts";
import type { EvidenceItem } from "../../src/evidence/evidence-item.ts";
import { useWords } from "../interface/words.ts";

const mostRows = 100;

export function HiddenList({ item }: { item: EvidenceItem }) {
  const { t } = useWords();
  const hidden = item.format === "keepleaf-item-2" ? (item.hidden ?? []) : [];
  if (hidden.length === 0) return null;
  const heads = ["hidden.kind", "hidden.place", "hidden.size", "hidden.address"] as const;
  return (
    <details class="panel">
      <summary>
        <strong>{t("hidden.title")}</strong> {t("hidden.count", { count: hidden.length })}
      </summary>
      <p class="small soft">{t("hidden.only-places")}</p>
      <table>
        <thead>
          <tr>
            {heads.map((key) => (
              <th key={key} scope="col">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hidden.slice(0, mostRows).map((place, index) => (
            <HiddenRow key={index} place={place} />
          ))}
        </tbody>
      </table>
      {hidden.length > mostRows && <p>{t("hidden.more", { count: hidden.length - mostRows })}</p>}
    </details>
  );
}

function HiddenRow({ place: { kind, box, hasAddress, surface } }: { place: HiddenPlace }) {
  const { t } = useWords();
  const [x, y, width, height] = [box.x, box.y, box.width, box.height].map(Math.round);
  const at = { x: x ?? 0, y: y ?? 0 };
  return (
    <tr>
      <td>{t(`hidden.${kind}`)}</td>
      <td>{surface === 0 ? t("hidden.at", at) : t("hidden.in-pane", { number: surface, ...at })}</td>
      <td>{t("hidden.wide-high", { width: width ?? 0, height: height ?? 0 })}</td>
      <td>{t(hasAddress ? "hidden.has-address" : "hidden.no-address")}</td>
    </tr>
  );
}
