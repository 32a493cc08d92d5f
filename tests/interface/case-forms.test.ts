/** What the forms of a record make of what is typed. */
import { describe, expect, it } from "vitest";
import { readAmount } from "../../extension/library/case/amount.ts";
import { emptyBody, emptyConsent, typedNow } from "../../extension/library/case/empty-body.ts";
import { consentGiven, maskReasonWith } from "../../extension/library/case/intake-answers.ts";
import { keptAddresses } from "../../extension/library/case/kept-addresses.ts";
import { tagNames } from "../../extension/library/case/tag-chips.tsx";
import { toldLines, toldTitle } from "../../extension/library/case/told-words.ts";
import type { Answers } from "../../src/cases/answers.ts";
import { FactBody } from "../../src/cases/case-fact.ts";
import { noTime } from "../../src/cases/typed-time.ts";
import { correctField } from "../../src/evidence/corrections.ts";
import { say } from "../../src/words/say.ts";
import { FixedClock } from "../fakes/fixed-clock.ts";
import { MemoryStore } from "../fakes/memory-store.ts";
import { at, itemNumber } from "../store/store-samples.ts";

const t: Parameters<typeof toldTitle>[0] = (key, values) => say("zh-TW", key, values);

describe("an amount", () => {
  it.each([
    ["20000", "20000"],
    ["２０，０００", "20000"],
    [" 0.5 ", "0.5"],
    ["", null],
    ["兩萬", undefined],
    ["1e5", undefined],
    ["-3", undefined],
    ["1.123456789", undefined],
  ])("typed as 「%s」 is %s", (typed, amount) => {
    expect(readAmount(typed)).toBe(amount);
  });
});

describe("an empty form", () => {
  const now = new FixedClock().now();
  it.each(["incident", "payment", "action", "submission", "consent", "tags", "known", "url-status"] as const)(
    "of a %s can be written down as it is",
    (kind) => {
      expect(FactBody.safeParse(emptyBody(kind, now)).success).toBe(true);
    },
  );

  it("dates what happens now by the clock where one is", () => {
    expect(typedNow(now)).toEqual({ day: "2026-11-21", clock: "19:14", words: "" });
    expect(emptyBody("incident", now).happened).toEqual(noTime);
    expect(emptyBody("known", now).known).toEqual(typedNow(now));
  });
});

describe("consent", () => {
  const helper: Answers = { ageNow: "adult", ageAtEvent: "adult", operator: "social-worker" };
  const agreed = { ...emptyConsent, scopes: ["pictures" as const, "police" as const] };

  it("is nothing where nobody agreed, or where the person is at the keyboard", () => {
    expect(consentGiven(helper, emptyConsent)).toBeNull();
    expect(consentGiven({ ...helper, operator: "self" }, agreed)).toBeNull();
    expect(consentGiven(helper, agreed)).toEqual(agreed);
  });

  it("never opens the pictures of somebody under 18", () => {
    const child: Answers = { ...helper, ageNow: "under-18" };
    expect(consentGiven(child, agreed)?.scopes).toEqual(["police"]);
    expect(maskReasonWith(child, consentGiven(child, agreed))).toBe("under-18");
    expect(maskReasonWith(helper, consentGiven(helper, agreed))).toBeNull();
    expect(maskReasonWith(helper, null)).toBe("no-consent");
  });
});

describe("what was written down, in words", () => {
  it("names money as it was typed, and says when the amount is not known", () => {
    const payment = emptyBody("payment", new FixedClock().now());
    expect(toldTitle(t, { ...payment, amount: "20000" })).toBe("付了 20000 TWD");
    expect(toldTitle(t, { ...payment, isPaid: false })).toBe("被要求付 金額不確定");
    expect(toldLines(t, { ...payment, account: "000-123" })).toEqual(["銀行轉帳", "對方：000-123"]);
  });

  it("names the report, its number, and the tags of what happened", () => {
    const now = new FixedClock().now();
    const submission = { ...emptyBody("submission", now), receipt: "TEST-0001" };
    expect([toldTitle(t, submission), ...toldLines(t, submission)]).toEqual(["送出：報警", "案號 TEST-0001"]);
    const tags = { types: ["sextortion" as const], stalking: ["disturbing" as const], hasChildImage: false };
    expect(tagNames(t, tags)).toEqual(["性勒索", "用電話、訊息、網路一直干擾"]);
  });
});

describe("kept addresses", () => {
  it("are those of items that were read back", () => {
    const items = [
      { item: itemNumber(1), readBackAt: at },
      { item: itemNumber(2), readBackAt: null },
    ];
    expect(keptAddresses(items, []).map(({ number, url }) => [number, url])).toEqual([
      [1, "https://example.org/"],
    ]);
  });

  it("are also those a person gave, as given; the same place is not listed twice", async () => {
    const [store, clock, item] = [new MemoryStore(), new FixedClock(), itemNumber(1)];
    const give = (after: string) =>
      correctField({ store, clock }, item, {
        field: "permalink",
        before: null,
        after,
        method: "typed",
        locator: "",
      });
    const listed = async () =>
      keptAddresses([{ item, readBackAt: at }], await store.readLog(item.caseId)).map(({ url }) => url);
    await give("https://social.example/p/7?utm_source=share#c2");
    expect(await listed()).toEqual([
      "https://example.org/",
      "https://social.example/p/7?utm_source=share#c2",
    ]);
    await give("https://www.example.org/?fbclid=1");
    expect(await listed()).toEqual(["https://example.org/"]);
  });
});
