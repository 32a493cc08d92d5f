/** `index.ods`: the same table as an OpenDocument spreadsheet (ISO/IEC 26300), which offices here must be able to open. */
import JSZip from "jszip/lib/index.js";
import { dateOf } from "../base/clock.ts";
import type { Language } from "../words/say.ts";
import { indexTable } from "./index-table.ts";
import { keyHeads, keyRows } from "./key-messages.ts";
import { type Markup, markup } from "./markup.ts";
import type { ReportSubject } from "./report-subject.ts";

const mediaType = "application/vnd.oasis.opendocument.spreadsheet";
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

export async function indexOds(language: Language, subject: ReportSubject): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new JSZip();
  const date = dateOf(subject.sealedAt);
  // OpenDocument 1.2 part 3, 3.3: the media type comes first and is stored, so that it stands at a fixed place.
  zip.file("mimetype", mediaType, { compression: "STORE", date });
  const form = { compression: "DEFLATE", date, createFolders: false } as const;
  zip.file("META-INF/manifest.xml", declaration + manifest, form);
  zip.file("content.xml", declaration + content(tablesOf(language, subject)), form);
  return await zip.generateAsync({ type: "uint8array", platform: "DOS" });
}

const manifest = `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="${mediaType}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
`;

interface Sheet {
  name: string;
  rows: readonly (readonly string[])[];
}

/** The index, and where messages were marked a sheet of them. */
function tablesOf(language: Language, subject: ReportSubject): Sheet[] {
  const marked = keyRows(language, subject);
  const index: Sheet = { name: "index", rows: indexTable(language, subject) };
  return marked.length === 0 ? [index] : [index, { name: "messages", rows: [keyHeads(language), ...marked] }];
}

/** Every cell is text: what begins like a formula stays what it is. */
function content(sheets: readonly Sheet[]): string {
  return markup`<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.2">
<office:automatic-styles><style:style style:name="wide" style:family="table-column"><style:table-column-properties style:column-width="42mm"/></style:style><style:style style:name="wrapped" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap"/></style:style></office:automatic-styles>
<office:body><office:spreadsheet>${sheets.map(table)}</office:spreadsheet></office:body></office:document-content>
`.html;
}

function table({ name, rows }: Sheet): Markup {
  return markup`<table:table table:name="${name}"><table:table-column table:style-name="wide" table:number-columns-repeated="${String(rows[0]?.length ?? 1)}"/>
${rows.map(
  (row) => markup`<table:table-row>${row.map(
    (cell) =>
      markup`<table:table-cell table:style-name="wrapped" office:value-type="string"><text:p>${cell}</text:p></table:table-cell>`,
  )}</table:table-row>
`,
)}</table:table>`;
}
