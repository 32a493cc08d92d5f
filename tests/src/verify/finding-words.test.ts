/** Every finding has a sentence for people: what happened, what is safe, what to do; with every value filled in. */
import { expect, test } from "vitest";
import { type Finding, findingCodes, findingSentence } from "../../../src/verify/finding.ts";
import { languages } from "../../../src/words/say.ts";

const findings: Finding[] = [
  ...findingCodes.map((code): Finding => ({ code, path: "data/a.txt", line: 7, detail: "here" })),
  { code: "container-changed", detail: "content matches the seal" },
];

test.each(findings)("$code ($detail) is said in both languages, in more than one sentence", (finding) => {
  for (const language of languages) {
    const sentence = findingSentence(language, finding);
    expect(sentence).not.toMatch(/[{}]/);
    expect(sentence.match(/[。？]|[.?](?=\s|$)/g)?.length).toBeGreaterThanOrEqual(2);
    expect(sentence).not.toMatch(/錯誤|警告|竄改|error|warning|illegal|fatal/i);
  }
});

test("a path or a detail is only repeated, never filled in again", () => {
  const finding: Finding = { code: "file-damaged", path: "{detail}$&", detail: "{path}" };
  expect(findingSentence("en", finding)).toContain("{detail}$& cannot be read whole ({path})");
});
