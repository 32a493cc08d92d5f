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
@media screen { body { padding: 12mm 8mm; max-width: 182mm; } }
`;

export interface ReportPage {
  title: string;
  body: Markup;
}

export function reportPage(language: Language, { title, body }: ReportPage): string {
  return markup`<!doctype html>
<html lang="${language === "zh-TW" ? "zh-Hant-TW" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${ownText(reportPolicy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${ownText(reportStyle)}</style>
</head>
<body>
${body}
</body>
</html>
`.html;
}
