/** Conversations of captured panes in a bundle: read from the transcript, held against it, key messages in the reports. */
import { expect, test } from "vitest";
import { canonicalJson } from "../../../src/base/canonical-json.ts";
import { sha256Hex } from "../../../src/base/digest.ts";
import { packBundle } from "../../../src/bundle/pack-bundle.ts";
import type { Recipient } from "../../../src/bundle/recipient.ts";
import { follow, headAfter } from "../../../src/custody/custody-chain.ts";
import { verifyBundle } from "../../../src/verify/verify-bundle.ts";
import { sampleTranscript, transcriptJson } from "../evidence/conversations/sample-transcript.ts";
import { type BagContents, bagContents, containerOf, putText, relist, textIn } from "./bag-contents.ts";
import { packInput, sampleCase } from "./sample-case.ts";
import { moment } from "./sample-item.ts";

const transcript = transcriptJson(
  sampleTranscript([
    { sender: "測試帳號乙", shown: "2026/11/20 22:58", text: "測試帳號乙\n你不照做我就傳出去" },
    { sender: "測試帳號甲", shown: "2026/11/20 22:59", text: "測試帳號甲\n不要再傳了" },
  ]),
);

/** With the first message marked. */
async function inputFor(recipient: Recipient) {
  const sample = await sampleCase({ items: [{ transcript }] });
  const [last, itemId] = [sample.log.at(-1), sample.items[0]?.id ?? ""];
  const { id: caseId } = sample.caseFile;
  const at = moment("2026-11-21T11:20:00.000Z");
  const fact = {
    ...{ format: "keepleaf-fact-1", id: crypto.randomUUID(), caseId, at, replaces: null },
    sequence: sample.log.length,
    body: { kind: "key-message", itemId, conversation: "pane-1", origin: 1, isKey: true },
  };
  const facts = { factId: fact.id, kind: "key-message", factSha256: await sha256Hex(canonicalJson(fact)) };
  const line = follow(last ? await headAfter(last) : expect.fail(), {
    caseId,
    at,
    action: "fact.added",
    facts,
  });
  return { ...packInput(sample, recipient), facts: [fact], log: [...sample.log, line] };
}

async function packed(recipient: Recipient): Promise<BagContents> {
  return bagContents((await packBundle(await inputFor(recipient))).zip);
}

async function findingsIn(bag: BagContents) {
  await relist(bag);
  return (await verifyBundle(await containerOf(bag))).findings;
}

const folder = "data/conversations/c0001/";
const readings = (bag: BagContents) => [...bag.files.keys()].filter((path) => path.startsWith(folder)).sort();

test.each([
  ["police", ["pane-1-messages-001.json", "pane-1.json", "pane-1.txt"]],
  ["self", ["pane-1-messages-001.json", "pane-1.json", "pane-1.txt"]],
  ["center", []],
  ["school", []],
] as const)("%s gets %j of it, and the bundle verifies", async (recipient, names) => {
  const bag = await packed(recipient);
  expect(readings(bag)).toEqual(names.map((name) => folder + name));
  expect(await findingsIn(bag)).toEqual([]);
  const police = bag.files.has("data/report/paste-police.txt")
    ? textIn(bag, "data/report/paste-police.txt")
    : "";
  expect(police.includes("測試帳號乙：你不照做我就傳出去")).toBe(names.length > 0);
  for (const path of bag.files.keys())
    if (names.length === 0 && /\.(?:txt|csv|json|html)$/.test(path))
      expect(textIn(bag, path), path).not.toContain("你不照做");
});

test("another word in the reading is found, and so is a reading of nothing", async () => {
  const changed = await packed("self");
  putText(changed, `${folder}pane-1.txt`, textIn(changed, `${folder}pane-1.txt`).replace("不要再傳了", "好"));
  expect(await findingsIn(changed)).toEqual([{ code: "conversation-differs", path: `${folder}pane-1.txt` }]);
  const more = await packed("self");
  putText(more, `${folder}pane-2.txt`, "x");
  expect(await findingsIn(more)).toEqual([{ code: "file-extra", path: `${folder}pane-2.txt` }]);
});

test("a bundle of before has the transcript and no reading of it, and stays sound", async () => {
  const bag = await packed("self");
  for (const path of readings(bag)) bag.files.delete(path);
  expect(await findingsIn(bag)).toEqual([]);
});
