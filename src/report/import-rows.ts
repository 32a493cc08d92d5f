/** The facts of an import as rows: what was put in, by whom, when, from where, and how much of it was understood. */
import type { ChatSummary, ImportedFile } from "../evidence/imports/imported.ts";
import { type EvidenceItem, importedOf } from "../evidence/evidence-item.ts";
import { type Language, say } from "../words/say.ts";
import type { FactRow } from "./fact-row.ts";
import { orMissing, withAside } from "./item-words.ts";
import { taipeiTime } from "./taipei-time.ts";

/** Files named one by one; beyond that the table of files says the rest. */
const mostNamed = 20;

/** Empty for everything that was captured. */
export function importRows(language: Language, item: EvidenceItem): FactRow[] {
  const imported = importedOf(item);
  if (!imported) return [];
  const row = (name: string, value: string, source = ""): FactRow => ({ name, value, source });
  const { files, chats, source, by, dayOrder } = imported;
  return [
    row(say(language, "import.row.kind"), say(language, `import.kind.${imported.kind}`)),
    row(say(language, "import.row.by"), say(language, `document.operator.${by}`)),
    row(
      say(language, "import.row.at"),
      withAside(language, taipeiTime(language, item.finishedAt.utc), item.finishedAt.utc),
      say(language, "source.device-clock"),
    ),
    row(say(language, "import.row.from"), filesWords(language, files)),
    row(say(language, "import.row.source"), orMissing(language, source), sourceBy(language, source)),
    ...chats.map((chat) => row(say(language, "import.row.chat"), chatWords(language, chat))),
    ...(dayOrder === null
      ? []
      : [
          row(
            say(language, "import.row.day-order"),
            say(language, `import.order.${dayOrder}`),
            say(language, "document.corrected"),
          ),
        ]),
  ];
}

function sourceBy(language: Language, source: string): string {
  return source === "" ? "" : say(language, "import.said");
}

function filesWords(language: Language, files: readonly ImportedFile[]): string {
  const lines = files.slice(0, mostNamed).map((file) => fileWords(language, file));
  const more = files.length - lines.length;
  if (more > 0) lines.push(say(language, "import.more-files", { count: more }));
  return lines.join("\n");
}

function fileWords(language: Language, { calledThere, changedAtUtc, within }: ImportedFile): string {
  const changed =
    changedAtUtc === null
      ? ""
      : say(language, "import.changed-at", { time: taipeiTime(language, changedAtUtc) });
  const zip =
    within === null
      ? ""
      : say(language, "import.within", { name: within.calledThere, sha256: within.sha256 });
  return [calledThere, changed, zip].filter((part) => part !== "").join("　");
}

/** 「LINE，53 則，看懂 62 行…」, and the first and the last time by the clock the file goes by. */
export function chatWords(language: Language, chat: ChatSummary): string {
  const { format, messages, counted, earliest, latest, clock } = chat;
  const missed = counted.total - counted.understood;
  const period =
    earliest === null || latest === null
      ? say(language, "import.no-times")
      : say(language, `import.period.${clock ?? "wall"}`, { first: minute(earliest), last: minute(latest) });
  return [
    say(language, `conversation.format.${format}`),
    say(language, `conversation.counted.${counted.unit}`, { ...counted, messages, missed }),
    period,
  ].join("\n");
}

/** `2026-11-20 22:58`. */
function minute(moment: string): string {
  return moment.slice(0, 16).replace("T", " ");
}
