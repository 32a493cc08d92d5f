/** The hand-over sheet: made after sealing and outside the bag, because nothing inside can name its own seal. */
import type { Moment } from "../../base/clock.ts";
import { type Language, say } from "../../words/say.ts";
import { lockedContent } from "../locked-file.ts";
import { qrSquares } from "../qr-squares.ts";
import { documentTime } from "../taipei-time.ts";
import { mast } from "./pdf-cover.ts";
import { columnWidth, inks, PdfPaper, sheet } from "./pdf-paper.ts";
import { factTable } from "./pdf-table.ts";

export interface HandOver {
  caseCode: string;
  recipient: "police" | "center" | "school" | "self";
  sealedAt: Moment;
  seal: string;
  zipName: string;
  zipSha256: string;
  /** Of the file with a passphrase around it; null where there is none. */
  lockedName: string | null;
  zipBytes: number;
  /** Of the public key that signed; null where nothing was signed. */
  keySha256: string | null;
  items: number;
  files: number;
}

export async function handOverPdf(language: Language, handOver: HandOver, font: Uint8Array): Promise<Blob> {
  const title = say(language, "document.hand-over");
  const paper = new PdfPaper({ font, title, language, at: handOver.sealedAt });
  const { caseCode, recipient, sealedAt } = handOver;
  mast(paper, `${say(language, "document.name")}　${say(language, "report.case-line", { code: caseCode })}`);
  paper.text("H1", title, { size: 21, isBold: true, after: 2 });
  const time = documentTime(language, sealedAt.utc);
  const values = { time, recipient: say(language, `recipient.${recipient}`) };
  paper.text("P", say(language, "document.sealed-for", values), { size: 10.5, after: 16 });
  seal(paper, language, handOver.seal);
  factTable(paper, facts(language, handOver));
  steps(paper, language, handOver);
  signatures(paper, language);
  const foot = say(language, "document.two-copies");
  return await paper.finish(foot, (number, of) => say(language, "document.page-of", { number, of }));
}

const qrSide = 118;
const groupWidth = 52;

/** 16 groups of four; the first eight digits are those copied by hand. */
function seal(paper: PdfPaper, language: Language, digits: string): void {
  const top = paper.y;
  const width = columnWidth - qrSide - 24;
  paper.text("H2", say(language, "seal.title"), { size: 12.5, isBold: true, width, after: 3 });
  paper.rule(1, inks.ink, { x: sheet.left, width });
  paper.y += 12;
  const groups = digits.match(/.{4}/g) ?? [];
  paper.tagged("P", () => {
    const first = paper.y;
    for (const [index, group] of groups.entries()) {
      paper.y = first + Math.floor(index / 4) * 25;
      const x = sheet.left + (index % 4) * groupWidth;
      paper.set(group, { x, width: groupWidth, size: 15, isBold: index < 2 });
    }
    paper.y = first + 4 * 25;
  });
  drawQr(paper, digits, { x: sheet.left + columnWidth - qrSide, y: top });
  const end = Math.max(paper.y, top + qrSide) + 8;
  paper.y = end;
  paper.text("P", say(language, "document.copy-seal"), { size: 10.5, after: 10 });
}

function drawQr(paper: PdfPaper, text: string, at: { x: number; y: number }): void {
  const { side, isDark } = qrSquares(text);
  const { drawing } = paper;
  const quiet = 4;
  const unit = qrSide / (side + 2 * quiet);
  const draw = () => {
    for (let row = 0; row < side; row += 1) {
      for (let column = 0; column < side; column += 1) {
        if (!isDark(row, column)) continue;
        drawing.rect(at.x + (column + quiet) * unit, at.y + (row + quiet) * unit, unit + 0.05, unit + 0.05);
      }
    }
    drawing.fill("#000000");
    drawing.lineWidth(0.6).strokeColor(inks.soft).rect(at.x, at.y, qrSide, qrSide).stroke();
  };
  paper.tagged("Figure", draw, { alt: text });
}

function facts(language: Language, handOver: HandOver): { name: string; value: string }[] {
  const { zipName, lockedName, zipSha256, keySha256, items, files, zipBytes } = handOver;
  const megabytes = (zipBytes / 1_000_000).toFixed(1);
  return [
    { name: say(language, "document.file-name"), value: lockedName ?? zipName },
    {
      name: say(language, "document.content"),
      value: say(language, "document.counts", { items, files, megabytes }),
    },
    { name: say(language, "document.zip-sha256"), value: inGroups(zipSha256) },
    {
      name: say(language, "document.key"),
      value: keySha256 === null ? say(language, "document.no-key") : inGroups(keySha256),
    },
  ];
}

/** Two lines of eight groups, to be compared by eye. */
function inGroups(digest: string): string {
  return (digest.match(/.{32}/g) ?? []).map((half) => (half.match(/.{4}/g) ?? []).join(" ")).join("\n");
}

function steps(paper: PdfPaper, language: Language, { zipName, lockedName }: HandOver): void {
  paper.y += 10;
  paper.text("H2", say(language, "document.how-to-check"), { size: 12.5, isBold: true, after: 3 });
  paper.rule(1, inks.ink);
  paper.y += 5;
  const lines = [
    ...(lockedName === null ? [] : [say(language, "document.check-locked")]),
    say(language, "document.check-1"),
    say(language, "document.check-2", {
      command: `certutil -hashfile ${lockedName === null ? zipName : lockedContent} SHA256`,
    }),
    say(language, "document.check-3"),
    say(language, "document.check-seal", { command: "certutil -hashfile tagmanifest-sha256.txt SHA256" }),
    say(language, "document.check-more"),
  ];
  for (const line of lines) paper.text("LI", line, { size: 10, after: 2 });
}

const signatureRows = [
  ["document.signature", "document.time-blank"],
  ["document.signature", "document.office", "document.time-blank", "document.case-number"],
] as const;

function signatures(paper: PdfPaper, language: Language): void {
  paper.ensure(134);
  paper.y += 18;
  const width = (columnWidth - 24) / 2;
  const top = paper.y;
  const ends = (["document.giver", "document.receiver"] as const).map((key, index) => {
    const x = sheet.left + index * (width + 24);
    paper.y = top;
    paper.text("H2", say(language, key), { x, width, size: 12.5, isBold: true, after: 3 });
    paper.rule(1, inks.ink, { x, width });
    paper.y += 12;
    for (const row of signatureRows[index] ?? []) {
      paper.tagged("P", () => {
        paper.set(say(language, row), { x, width: 60, size: 10 });
      });
      paper.y += 15;
      paper.rule(0.8, inks.ink, { x: x + 62, width: width - 62 });
      paper.y += 9;
    }
    return paper.y;
  });
  paper.y = Math.max(...ends);
}
