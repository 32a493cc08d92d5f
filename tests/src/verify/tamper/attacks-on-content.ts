/** Attacks on what a bundle holds: its files, its lists, its log, its facts, and the container around them. */
import { expect } from "vitest";
import { type BagContents, bagContents, putText, relist, textIn } from "../../bundle/bag-contents.ts";
import { drop, editLines, forgeItemThroughout, replaceIn, rewriteLog } from "../forge.ts";
import { draw, openPdf, writePdf } from "../pdf-forger.ts";
import { rawZip } from "../raw-zip.ts";
import { type Attack, edited, editFacts, flip, picture, relisted, renameHead } from "./forger.ts";

const text = "data/captures/c0001/text.txt";
const reportFile = "data/report/evidence-report.pdf";
/** Every list is right again, so only what was signed, stamped or written on paper tells. */
const outside = ["signature", "stamp", "paper"] as const;
const outsideFound = ["signature-broken", "stamp-broken"] as const;

const otherTime = (json: string) => json.replaceAll("2026-11-20T15:05:00Z", "2026-11-19T15:05:00Z");

/** Our own container with some of its bytes changed. */
function bytes(edit: (bytes: Buffer, bag: BagContents) => Buffer): Attack["attack"] {
  return async ({ zip }) => {
    const changed = edit(Buffer.from(await zip.arrayBuffer()), await bagContents(zip));
    return new Blob([new Uint8Array(changed)]);
  };
}

function rot(zip: Buffer, { files }: BagContents): Buffer {
  const at = zip.indexOf(files.get(picture) ?? "");
  expect(at).toBeGreaterThan(0);
  zip[at + 60] = (zip[at + 60] ?? 0) ^ 1;
  return zip;
}

/** With a comment at its end, where others write what they like. */
function commented(zip: Buffer): Buffer {
  const comment = Buffer.from("see https://x.example");
  zip.writeUInt16LE(comment.length, zip.length - 2);
  return Buffer.concat([zip, comment]);
}

export const attacksOnContent: readonly Attack[] = [
  {
    what: "bit rot in a picture",
    attack: bytes(rot),
    seenBy: ["zip", "manifest", "audit"],
    found: ["file-damaged"],
  },
  {
    what: "a picture edited",
    attack: edited((bag) => flip(bag, picture, 20)),
    seenBy: ["manifest", "audit"],
    found: ["file-changed"],
  },
  {
    what: "a file of an item deleted",
    attack: edited(drop(text)),
    seenBy: ["manifest", "count", "audit"],
    found: ["file-missing", "count-differs"],
  },
  {
    what: "an unlisted file added",
    attack: edited((bag) => putText(bag, "data/added.txt", "added")),
    seenBy: ["count", "audit"],
    found: ["file-unexpected", "count-differs"],
  },
  {
    what: "a file moved",
    attack: edited((bag) => {
      putText(bag, "data/captures/c0001/text-2.txt", textIn(bag, text));
      drop(text)(bag);
    }),
    seenBy: ["manifest", "audit"],
    found: ["file-extra", "file-missing"],
  },
  {
    what: "an edit, and the first list written anew",
    attack: edited(async (bag) => {
      const kept = ["tagmanifest-sha256.txt", "hashdeep-known.txt", "bag-info.txt"].map(
        (path) => [path, textIn(bag, path)] as const,
      );
      flip(bag, picture, 20);
      await relist(bag);
      for (const [path, content] of kept) putText(bag, path, content);
    }),
    seenBy: ["audit", "tags"],
    found: ["file-changed", "item-file-differs"],
  },
  {
    what: "an edit, and all lists written anew",
    attack: relisted(replaceIn(text, "測試", "測視")),
    seenBy: outside,
    found: ["item-file-differs", ...outsideFound],
  },
  {
    what: "an edit that lists, items, case.json and log agree with",
    attack: relisted((bag) => forgeItemThroughout(bag, otherTime)),
    seenBy: outside,
    found: outsideFound,
  },
  {
    what: "a picture written into a page of the report",
    attack: relisted(({ files }) => {
      const report = openPdf(files.get(reportFile) ?? new Uint8Array());
      draw(report, "q 9 0 0 9 9 9 cm BI /W 1 /H 1 /BPC 8 /CS /RGB /F /AHx ID ff00fe> EI Q\n");
      files.set(reportFile, writePdf(report));
    }),
    seenBy: outside,
    found: ["picture-not-allowed", ...outsideFound],
  },
  {
    what: "bytes appended to the ZIP",
    attack: bytes((zip) => Buffer.concat([zip, Buffer.from("appended")])),
    seenBy: ["zip"],
    found: ["zip-damaged"],
  },
  {
    what: "a program in front of the ZIP",
    attack: bytes((zip) => Buffer.concat([Buffer.from("MZ program"), zip])),
    seenBy: ["zip"],
    found: ["zip-damaged"],
  },
  { what: "a comment on the ZIP", attack: bytes(commented), seenBy: [], found: ["container-changed"] },
  {
    what: "everything packed anew by another program",
    attack: async ({ zip }) => {
      const { name, files } = await bagContents(zip);
      return rawZip(
        Array.from(files, ([path, content]) => ({ name: `${name}/${path}`, content, isDeflated: true })),
      );
    },
    seenBy: [],
    found: ["container-changed"],
  },
  {
    what: "a middle line of the log deleted",
    attack: relisted((bag) => editLines(bag, (lines) => lines.toSpliced(2, 1))),
    seenBy: ["log", ...outside],
    found: ["log-broken", ...outsideFound],
  },
  {
    what: "two lines of the log swapped",
    attack: relisted((bag) => editLines(bag, ([a = "", b = "", ...rest]) => [b, a, ...rest])),
    seenBy: ["log", ...outside],
    found: ["log-broken", ...outsideFound],
  },
  {
    what: "a line of the log edited",
    attack: relisted((bag) =>
      editLines(bag, (lines) => lines.map((line) => line.replace('"number":1', '"number":7'))),
    ),
    seenBy: ["log", ...outside],
    found: ["log-broken", ...outsideFound],
  },
  {
    what: "the end of the log cut off",
    attack: relisted((bag) => editLines(bag, (lines) => lines.slice(0, -1))),
    seenBy: ["log", ...outside],
    found: ["log-head-differs", "facts-differ", ...outsideFound],
  },
  {
    what: "the end of the log cut off, with what it tells of, and the head rewritten",
    attack: relisted(async (bag) => {
      editLines(bag, (lines) => lines.slice(0, -1));
      editFacts(bag, () => []);
      await renameHead(bag);
    }),
    seenBy: outside,
    found: outsideFound,
  },
  {
    what: "the whole log written anew with its head",
    attack: relisted(async (bag) => {
      await rewriteLog(bag, (entry) => ({ ...entry, at: { ...entry.at, utc: "2026-11-20T00:00:00.000Z" } }));
      await renameHead(bag);
    }),
    seenBy: outside,
    found: outsideFound,
  },
  ...attacksOnFacts(),
];

function attacksOnFacts(): Attack[] {
  const attacks: [what: string, edit: (facts: object[]) => object[]][] = [
    ["an amount that somebody wrote down changed", (facts) => facts.map((fact) => other(fact))],
    ["a record of somebody's dropped", () => []],
    ["a record that nobody wrote added", (facts) => [...facts, ...facts.map((fact) => other(fact))]],
    ["a record written down once said twice", (facts) => [...facts, ...facts]],
    ["a record with a fact more", (facts) => facts.map((fact) => ({ ...fact, isDoubtful: true }))],
  ];
  return attacks.map(([what, edit]) => ({
    what,
    attack: relisted((bag) => editFacts(bag, edit)),
    seenBy: outside,
    found: ["facts-differ", ...outsideFound],
  }));
}

function other(fact: object): object {
  const changed = JSON.stringify(fact).replace('"3000"', '"9000"');
  expect(changed).toContain('"9000"');
  return JSON.parse(changed);
}
