/** What goes into a bundle and what stays out, before anything is packed. */
import { getsNoted, type Recipient, shares } from "../../src/bundle/recipient.ts";
import type { StoredItem } from "../../src/evidence/evidence-store.ts";
import { Icon } from "../interface/icon.tsx";
import { sizeWords } from "../interface/size-wording.ts";
import { useWords } from "../interface/words.ts";
import { bundleShare } from "./bundle-share.ts";

interface InAndOutProps {
  recipient: Recipient;
  items: readonly StoredItem[];
  /** Addresses on the list of which no page was kept. */
  noted: number;
  notChosen: number;
  notReadBack: number;
}

export function InAndOut({ recipient, items, noted, notChosen, notReadBack }: InAndOutProps) {
  const { t } = useWords();
  const { kindsIn, kindsOut, sizeBytes, isMasked } = bundleShare(recipient, items);
  const { parts } = shares[recipient];
  return (
    <div class="halves in-out">
      <section>
        <h2>{t("pack.in")}</h2>
        <ul class="plain">
          {items.length > 0 && <Line icon="check" text={t("pack.in.facts", { count: items.length })} />}
          {kindsIn.map((kind) => (
            <Line
              key={kind}
              icon="check"
              text={t(kind === "frame" && isMasked ? "pack.in.frame-masked" : `pack.in.${kind}`)}
            />
          ))}
          <Line icon="check" text={t("pack.in.report")} />
          {parts.includes("facts") && <Line icon="check" text={t("pack.in.facts-written")} />}
          {noted > 0 && getsNoted(recipient) && (
            <Line icon="check" text={t("pack.in.noted", { count: noted })} />
          )}
          <Line icon="check" text={t(`pack.in.pastes.${recipient}`)} />
          {parts.includes("log") && <Line icon="check" text={t("pack.in.log")} />}
        </ul>
        {sizeBytes > 0 && <p class="small soft">{t("pack.size", { size: sizeWords(sizeBytes) })}</p>}
      </section>
      <section>
        <h2>{t("pack.out")}</h2>
        <ul class="plain">
          {kindsOut.map((kind) => (
            <Line key={kind} icon="minus" text={t(`pack.out.${kind}`)} hint={t(`pack.out.${kind}-hint`)} />
          ))}
          <Line icon="minus" text={t("pack.out.person")} hint={t("pack.out.person-hint")} />
          <Line icon="minus" text={t("pack.out.login")} hint={t("pack.out.login-hint")} />
          {!parts.includes("log") && (
            <Line icon="minus" text={t("pack.out.log")} hint={t("pack.out.log-hint")} />
          )}
          {noted > 0 && !getsNoted(recipient) && (
            <Line icon="minus" text={t("pack.in.noted", { count: noted })} hint={t("pack.out.noted-hint")} />
          )}
          {notChosen > 0 && <Line icon="minus" text={t("pack.out.chosen", { count: notChosen })} />}
          {notReadBack > 0 && (
            <Line
              icon="minus"
              text={t("pack.out.unread", { count: notReadBack })}
              hint={t("pack.out.unread-hint")}
            />
          )}
        </ul>
      </section>
    </div>
  );
}

function Line({ icon, text, hint }: { icon: "check" | "minus"; text: string; hint?: string }) {
  return (
    <li>
      <Icon name={icon} />
      <span>
        {text}
        {hint !== undefined && <span class="small soft hint">{hint}</span>}
      </span>
    </li>
  );
}
