/** The frame of every HTML file in a bundle: no script, nothing loaded from anywhere, A4 when printed. */
import type { Language } from "../words/say.ts";
import { type Markup, markup, ownText } from "./markup.ts";

/** The only pictures are those inside the file itself. */
export const reportPolicy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

const reportStyle = `
:root { color-scheme: light; --ink: #111613; --soft: #38423d; --line: #b9c0ba; --edge: #6d7771; --leaf: #1e5a45; --sunk: #f1f2f0; }
@page { size: A4; margin: 20mm 20mm 18mm 24mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 8.5pt; } }
* { box-sizing: border-box; }
html { font: 10.5pt/1.65 system-ui, "PingFang TC", "Microsoft JhengHei", "Noto Sans TC", sans-serif; color: var(--ink); background: #fff; }
body { margin: 0 auto; max-width: 166mm; }
h1 { font-size: 21pt; line-height: 1.4; margin: 6mm 0 3mm; }
h2 { break-after: avoid; font-size: 12.5pt; line-height: 1.5; border-bottom: 1.2pt solid var(--ink); padding-bottom: 1mm; margin: 6mm 0 2.5mm; overflow-wrap: anywhere; }
ul, ol { padding-left: 1.3em; margin: 0; }
table { border-collapse: collapse; width: 100%; font-size: 10pt; line-height: 1.5; }
th, td { text-align: left; vertical-align: top; padding: 1.3mm 2mm 1.3mm 0; border-bottom: .6pt solid var(--line); overflow-wrap: anywhere; }
th[scope=row] { font-weight: 400; color: var(--soft); width: 34mm; }
thead th, caption { font-size: 8.5pt; font-weight: 400; color: var(--soft); text-align: left; }
tr, figure { break-inside: avoid; }
.mast { color: var(--leaf); font-weight: 700; margin: 0; }
.soft { color: var(--soft); font-size: 9pt; }
.mono { font-family: ui-monospace, "Cascadia Mono", Consolas, monospace; overflow-wrap: anywhere; }
.files { margin-top: 4mm; font-size: 8.5pt; }
.files td:not(:last-child), th.mono { white-space: nowrap; width: 1%; padding-right: 4mm; }
.files .hash { font-size: 7pt; }
caption, thead, .files tbody tr:first-child { break-after: avoid; }
.files tbody tr:first-child { break-before: avoid; }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: 8mm; }
.big { display: grid; grid-template-columns: repeat(3, 1fr); border-block: 1.2pt solid var(--ink); margin: 6mm 0; }
.big div { padding: 3mm 0 3mm 4mm; border-left: .6pt solid var(--edge); }
.big div:first-child { padding-left: 0; border-left: 0; }
.big b { display: block; font-size: 17pt; line-height: 1.3; }
.item { break-before: page; }
.item h2 { display: flex; justify-content: space-between; gap: 5mm; align-items: baseline; }
.verdict { font-size: 10pt; font-weight: 400; white-space: nowrap; }
.blank { display: block; border-bottom: .8pt solid var(--ink); min-height: 9mm; }
figure { margin: 4mm 0 0; }
.strip { border: .8pt solid var(--ink); border-bottom: 0; padding: 1mm 2mm; font-size: 8pt; line-height: 1.4; display: flex; justify-content: space-between; gap: 5mm; }
.strip span:last-child { white-space: nowrap; }
.strip .mono { max-height: 2.8em; overflow: hidden; }
.shot { position: relative; overflow: hidden; outline: .8pt solid var(--ink); background: var(--sunk); }
.shot i { position: absolute; overflow: hidden; background-repeat: no-repeat; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.join { display: flex; align-items: center; gap: 3mm; font-size: 8.5pt; color: var(--soft); margin-top: 1.5mm; }
.join::before, .join::after { content: ""; flex: 1; border-top: .8pt dashed var(--edge); }
@media screen { body { padding: 12mm 8mm; max-width: 182mm; } .item { margin-top: 18mm; } }
`;

export interface ReportPage {
  title: string;
  body: Markup;
  /** More style rules, made by us from digits and base64 alone. */
  rules: string;
}

export function reportPage(language: Language, { title, body, rules }: ReportPage): string {
  return markup`<!doctype html>
<html lang="${language === "zh-TW" ? "zh-Hant-TW" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${ownText(reportPolicy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${ownText(reportStyle)}${ownText(rules)}</style>
</head>
<body>
${body}
</body>
</html>
`.html;
}
