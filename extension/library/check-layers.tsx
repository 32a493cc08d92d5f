/** What was looked at, layer by layer, and how each stands: any one alone can be green in a forgery. */
import { taipeiTime } from "../../src/report/taipei-time.ts";
import type { Finding, FindingCode } from "../../src/verify/finding.ts";
import type { Verification } from "../../src/verify/verification.ts";
import { Icon } from "../interface/icon.tsx";
import { PageText } from "../interface/page-text.tsx";
import { useWords, type Words } from "../interface/words.ts";

type LayerState = "holds" | "broken" | "absent";

interface Layer {
  name: string;
  state: LayerState;
  result: string;
  hint: string;
}

const icons = { holds: "check", broken: "unequal", absent: "minus" } as const;

export function CheckLayers({ verification }: { verification: Verification }) {
  const words = useWords();
  const { t } = words;
  return (
    <table class="as-cards">
      <thead>
        <tr>
          <th scope="col">{t("check.layer.what")}</th>
          <th scope="col">{t("check.layer.result")}</th>
        </tr>
      </thead>
      <tbody>
        {layersOf(words, verification).map(({ name, state, result, hint }) => (
          <tr key={name} data-layer={state}>
            <th scope="row">{name}</th>
            <td>
              <span class="row">
                <Icon name={icons[state]} /> <PageText text={result} />
              </span>
              {hint !== "" && (
                <span class="small soft hint">
                  <PageText text={hint} />
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const ofLists: readonly FindingCode[] = [
  "list-malformed",
  "hashdeep-differs",
  "info-malformed",
  "info-differs",
];
const ofLog: readonly FindingCode[] = ["log-broken", "log-head-differs", "log-of-another-case"];
const ofProofs: readonly FindingCode[] = [
  "proof-missing",
  "proof-unexpected",
  "key-differs",
  "signature-broken",
];

export function layersOf(words: Words, verification: Verification): Layer[] {
  const { t } = words;
  const { findings, files, log } = verification;
  const has = (codes: readonly FindingCode[]) => findings.some(({ code }) => codes.includes(code));
  const content = findings.filter((finding) => isOfContent(finding)).length;
  return [
    layer(
      t("check.layer.files"),
      content === 0,
      t(content === 0 ? "check.layer.files-same" : "check.layer.differ", {
        count: content === 0 ? files : content,
      }),
    ),
    layer(
      t("check.layer.lists"),
      !has(ofLists),
      t(has(ofLists) ? "check.layer.lists-changed" : "check.layer.lists-same"),
    ),
    log.lines === 0 && !has(ofLog)
      ? { name: t("check.layer.log"), state: "absent", result: t("check.layer.log-absent"), hint: "" }
      : layer(
          t("check.layer.log"),
          !has(ofLog),
          t(has(ofLog) ? "check.layer.log-broken" : "check.layer.log-whole", { lines: log.lines }),
        ),
    signatureLayer(t, verification, has(ofProofs)),
    stampLayer(words, verification),
  ];
}

function isOfContent({ code }: Finding): boolean {
  return ![...ofLists, ...ofLog, ...ofProofs, "stamp-broken", "container-changed"].includes(code);
}

function layer(name: string, holds: boolean, result: string): Layer {
  return { name, state: holds ? "holds" : "broken", result, hint: "" };
}

function signatureLayer(t: Words["t"], { signature }: Verification, isBroken: boolean): Layer {
  const name = t("check.layer.signature");
  if (isBroken || signature.kind === "broken")
    return { name, state: "broken", result: t("check.layer.signature-broken"), hint: "" };
  if (signature.kind === "none")
    return {
      name,
      state: "absent",
      result: t("check.layer.signature-none"),
      hint: t("check.layer.signature-none-hint"),
    };
  const key = (signature.keySha256.match(/.{4}/g) ?? []).slice(0, 4).join(" ");
  return {
    name,
    state: "holds",
    result: t("check.layer.signature-holds"),
    hint: t("check.layer.key", { key }),
  };
}

function stampLayer({ language, t }: Words, { stamps, findings }: Verification): Layer {
  const name = t("check.layer.stamp");
  if (findings.some(({ code }) => code === "stamp-broken"))
    return { name, state: "broken", result: t("check.layer.stamp-broken"), hint: "" };
  const [first] = stamps;
  if (!first)
    return {
      name,
      state: "absent",
      result: t("check.layer.stamp-none"),
      hint: t("check.layer.stamp-none-hint"),
    };
  const time = taipeiTime(language, first.timeUtc);
  const hint = stamps.map((stamp) => stampedBy(t, stamp)).join(t("report.list-comma"));
  return { name, state: "holds", result: t("check.layer.stamp-holds", { time }), hint };
}

/** A root that came along with the reply proves nothing by itself: what to compare is said. */
function stampedBy(
  t: Words["t"],
  { authority, timeUtc, rootSha256 }: Verification["stamps"][number],
): string {
  const root = (rootSha256.match(/.{4}/g) ?? []).slice(0, 4).join(" ");
  return t("check.layer.stamp-by", { authority, time: timeUtc, root });
}
