/** Tables on paper: rows of a name and a value, and lists with columns. */
import type { StructureElement } from "pdfkit";
import { columnWidth, inks, type PdfPaper, sheet, type TextForm } from "./pdf-paper.ts";

export interface PaperRow {
  name: string;
  value: string;
  /** Said more quietly behind the value. */
  aside?: string;
}

const nameWidth = 96;
const gap = 8;
const padding = 4;
const valueX = sheet.left + nameWidth + gap;
const valueWidth = columnWidth - nameWidth - gap;
const fullPage = sheet.height - sheet.top - sheet.bottom;

/** A row that does not fit is moved to the next page whole; one longer than a page goes on there. */
export function factTable(paper: PdfPaper, rows: readonly PaperRow[]): void {
  if (rows.length === 0) return;
  const table = paper.open("Table");
  for (const row of rows) {
    paper.ensure(Math.min(fullPage, heightOfRow(paper, row)));
    const line = paper.drawing.struct("TR");
    table.add(line);
    factRow(paper, line, row);
    line.end();
    paper.rule();
  }
  table.end();
}

const valueForm = { x: valueX, width: valueWidth } as const;
const asideForm = { ...valueForm, size: 9, colour: inks.soft } as const;

function heightOfRow(paper: PdfPaper, { value, aside }: PaperRow): number {
  const asideHeight = aside && !fitsBeside(paper, value, aside) ? paper.heightOf(aside, asideForm) : 0;
  return paper.heightOf(value, valueForm) + asideHeight + 2 * padding;
}

function factRow(paper: PdfPaper, line: StructureElement, row: PaperRow): void {
  paper.y += padding;
  const top = paper.y;
  const nameForm = { width: nameWidth, colour: inks.soft, size: 9.5 };
  let nameEnd = top;
  const name = () => {
    nameEnd = paper.set(row.name, nameForm);
  };
  line.add(paper.element("TH", name, { scope: "Row" }));
  paper.y = top;
  const value = () => {
    paper.y = valueEnd(paper, row);
  };
  line.add(paper.element("TD", value));
  // A value that went on on the next page ends above where its name began.
  paper.y = (paper.y < top ? paper.y : Math.max(paper.y, nameEnd)) + padding;
}

/** Sets the value and what is said behind it, and gives where both end. */
function valueEnd(paper: PdfPaper, { value, aside }: PaperRow): number {
  const top = paper.y;
  const end = paper.set(value, valueForm);
  if (!aside) return end;
  if (!fitsBeside(paper, value, aside)) {
    paper.y = end;
    return paper.set(aside, asideForm);
  }
  paper.y = top + 0.8;
  paper.set(aside, { ...asideForm, x: valueX + paper.widthOf(value, 10) + gap });
  return end;
}

function fitsBeside(paper: PdfPaper, value: string, aside: string): boolean {
  return !value.includes("\n") && paper.widthOf(value, 10) + gap + paper.widthOf(aside, 9) <= valueWidth;
}

export interface PaperColumn {
  head: string;
  /** Points. */
  width: number;
  size?: number;
}

export function listTable(
  paper: PdfPaper,
  columns: readonly PaperColumn[],
  rows: readonly (readonly string[])[],
): void {
  const table = paper.open("Table");
  const form = (index: number): TextForm => ({
    x: sheet.left + columns.slice(0, index).reduce((sum, { width }) => sum + width + gap, 0),
    width: columns[index]?.width ?? 0,
    size: columns[index]?.size ?? 8,
  });
  const heads = columns.map(({ head }) => head);
  const addRow = (cells: readonly string[], type: "TH" | "TD") => {
    const height = Math.max(...cells.map((cell, index) => paper.heightOf(cell, form(index))));
    const before = paper.y;
    paper.ensure(Math.min(fullPage, height + padding));
    // On a new page the columns say again what they are.
    if (type === "TD" && paper.y < before) addRow(heads, "TH");
    const line = paper.drawing.struct("TR");
    table.add(line);
    for (const [index, cell] of cells.entries()) {
      const colour = type === "TH" ? inks.soft : inks.ink;
      const draw = () => {
        paper.set(cell, { ...form(index), colour });
      };
      line.add(paper.element(type, draw, type === "TH" ? { scope: "Column" } : {}));
    }
    line.end();
    paper.y += height + padding / 2;
    paper.rule();
    paper.y += padding / 2;
  };
  addRow(heads, "TH");
  for (const row of rows) addRow(row, "TD");
  table.end();
}
