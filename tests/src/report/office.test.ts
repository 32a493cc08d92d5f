/** LibreOffice opens the spreadsheet and finds every cell as it was written. Large and slow to start: in the long run only. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { visibleText } from "../../../src/base/visible-text.ts";
import { indexOds } from "../../../src/report/index-ods.ts";
import { indexTable } from "../../../src/report/index-table.ts";
import { hostileTexts } from "./hostile-text.ts";
import { sampleSubject } from "./sample-subject.ts";

const isSlow = process.env["SLOW"] === "1";
const folder = mkdtempSync(join(tmpdir(), "keepleaf-office-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const office = "soffice";
const reader = "python3";
/** Comma, quotes, UTF-8, every cell as it is shown (LibreOffice, "Filter Options for CSV"). */
const asCsv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true";

/** Spaces and line ends in a row are one space in a spreadsheet. */
function bare(rows: readonly (readonly string[])[]): string[][] {
  return rows.map((row) => row.map((cell) => cell.replace(/\s+/g, " ").trim()));
}

test.skipIf(!isSlow)(
  "every cell, Chinese and hostile ones too, is there as text",
  { timeout: 180_000 },
  async () => {
    const titles = ["網路上的一頁", '=HYPERLINK("http://x.example","a")', ...hostileTexts.slice(0, 40)];
    const subject = await sampleSubject(titles.map((title) => ({ title: title.toWellFormed() })));
    writeFileSync(join(folder, "index.ods"), await indexOds("zh-TW", subject));
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const words = [
      profile,
      "--headless",
      "--convert-to",
      asCsv,
      "--outdir",
      folder,
      join(folder, "index.ods"),
    ];
    const opened = spawnSync(office, words, { encoding: "utf8" });
    if (opened.error)
      throw new Error("LibreOffice is needed for this test: apt-get install libreoffice-calc");
    const program =
      "import csv,json,sys; print(json.dumps(list(csv.reader(open(sys.argv[1],encoding='utf-8',newline='')))))";
    const read = execFileSync(reader, ["-c", program, join(folder, "index.csv")], { encoding: "utf8" });
    // What cannot be seen stands as its code, as everywhere.
    const written = indexTable("zh-TW", subject).map((row) => row.map(visibleText));
    expect(bare(JSON.parse(read))).toEqual(bare(written));
  },
);
