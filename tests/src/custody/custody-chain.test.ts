/** The log's chain, and where it is found broken. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../../src/base/canonical-json.ts";
import { sha256Hex } from "../../../src/base/digest.ts";
import { checkChain, emptyLog, follow, headAfter, logLine } from "../../../src/custody/custody-chain.ts";
import { FixedClock } from "../../fakes/fixed-clock.ts";

const caseId = "11111111-1111-4111-8111-111111111111";

async function chain(count: number, word = "x"): Promise<string[]> {
  const clock = new FixedClock();
  const lines: string[] = [];
  let head = emptyLog;
  for (let index = 0; index < count; index += 1) {
    clock.pass(1000);
    const entry = follow(head, { caseId, at: clock.now(), action: "item.viewed", facts: { index, word } });
    lines.push(logLine(entry));
    head = await headAfter(entry);
  }
  return lines;
}

describe("a chain", () => {
  it("is sound as it was written, with its length and last digest", async () => {
    const lines = await chain(5, "文字 \u202e\"'\n");
    const check = await checkChain(lines);
    expect(check).toMatchObject({ kind: "sound", head: { length: 5 } });
  });

  it("is found broken exactly where a line is missing", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 6 }), async (missing) => {
        const lines = await chain(8);
        lines.splice(missing, 1);
        expect(await checkChain(lines)).toMatchObject({
          kind: "broken",
          line: missing + 1,
          reason: "out-of-order",
        });
      }),
    );
  });

  it("is found broken where two lines change places", async () => {
    const [first = "", second = "", ...rest] = await chain(4);
    expect(await checkChain([second, first, ...rest])).toMatchObject({ kind: "broken", line: 1 });
  });
});

describe("a changed line", () => {
  it("is found where it is, whichever it is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 6 }), async (changed) => {
        const lines = await chain(8);
        const head = await sha256Hex(lines[7] ?? "");
        lines[changed] = lines[changed]?.replace('"word":"x"', '"word":"y"') ?? "";
        const found = await checkChain(lines, head);
        expect(found).toEqual({ kind: "broken", line: changed + 1, reason: "cut" });
      }),
    );
  });

  it("that points elsewhere is found, where what follows does not know it either", async () => {
    const lines = await chain(4);
    lines[2] = lines[2]?.replace(/"previous":"\w{64}"/, `"previous":"${"0".repeat(64)}"`) ?? "";
    expect(await checkChain(lines)).toEqual({ kind: "broken", line: 3, reason: "cut" });
  });

  it("at the end gives another head: only that tells", async () => {
    const lines = await chain(3);
    const before = await checkChain(lines);
    lines[2] = lines[2]?.replace('"word":"x"', '"word":"y"') ?? "";
    const after = await checkChain(lines);
    expect([before.kind, after.kind]).toEqual(["sound", "sound"]);
    expect(after).not.toEqual(before);
  });

  it("is found where it was only written differently", async () => {
    const lines = await chain(2);
    lines[1] = JSON.stringify(JSON.parse(lines[1] ?? ""), null, 1).replaceAll("\n", "");
    expect(await checkChain(lines)).toEqual({ kind: "broken", line: 2, reason: "not-canonical" });
  });

  it.each(["", "{}", "nonsense", '{"format":"keepleaf-log-1"}'])("refuses %j as a line", async (line) => {
    expect((await checkChain([line])).kind).toBe("broken");
  });
});

describe("canonical JSON", () => {
  it("ignores the order of keys and keeps what it says", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("writes the example of RFC 8785, section 3.2.4", () => {
    const text =
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"literals":[null,true,false]}';
    const expected = '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}';
    expect(canonicalJson(JSON.parse(text))).toBe(expected);
  });
});
