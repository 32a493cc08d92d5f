/** IDs that hold a time: real pairs decode within their bound, everything else is refused. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blueskyTime } from "../../../src/platforms/id-bluesky.ts";
import { objectIdTime, viewkeyTime, xiaohongshuTime } from "../../../src/platforms/id-hex-seconds.ts";
import {
  instagramCode,
  instagramCodeTime,
  instagramMediaId,
  instagramTime,
} from "../../../src/platforms/id-instagram.ts";
import { isFacebookPseudonym, isYoutubeChannelId } from "../../../src/platforms/id-kind.ts";
import { pttAid, pttFile, pttTime } from "../../../src/platforms/id-ptt.ts";
import { base36, fromRadix, toRadix } from "../../../src/platforms/id-radix.ts";
import {
  discordTime,
  linkedinTime,
  mastodonTime,
  xPostTime,
  xUserTime,
} from "../../../src/platforms/id-snowflake.ts";
import { tiktokEntity, tiktokTime } from "../../../src/platforms/id-tiktok.ts";
import type { IdTime } from "../../../src/platforms/id-time.ts";
import { ksuidTime, ulidTime, uuidTime } from "../../../src/platforms/id-unique.ts";
import { weiboCode, weiboMid, weiboTime } from "../../../src/platforms/id-weibo.ts";

type Decoder = (id: string) => IdTime | null;

/** Real ID and the time its page states; source: the public test data of yt-dlp, gallery-dl and the saved pages. */
const pairs: [string, Decoder, string, string][] = [
  ["X", xPostTime, "1349794411333394432", "2021-01-14T19:04:00Z"],
  ["X", xPostTime, "1800000000000000000", "2024-06-10T03:00:17Z"],
  ["X", xPostTime, "1981398750557065646", "2025-10-23T16:34:09.000Z"],
  ["X", xPostTime, "1983130065320780162", "2025-10-28T11:13:47.000Z"],
  ["X", xPostTime, "2013045749580259680", "2026-01-19T00:28:01.000Z"],
  ["X", xPostTime, "1790441814857826439", "2024-05-14T17:59:28Z"],
  ["Discord", discordTime, "1323564429408997426", "2024-12-31T08:12:30.609Z"],
  ["Discord", discordTime, "1323577271814197381", "2024-12-31T09:03:32.477Z"],
  ["Discord", discordTime, "1323826029218762773", "2025-01-01T01:32:00.864Z"],
  ["Discord", discordTime, "1323826033287233627", "2025-01-01T01:32:01.834Z"],
  ["Discord", discordTime, "1323590100294303754", "2024-12-31T09:54:31.025Z"],
  ["Discord", discordTime, "1064990824305274930", "2023-01-17T19:33:19.087Z"],
  ["Instagram", instagramCodeTime, "BqvsDleB3lV", "2018-11-29T01:04:04Z"],
  ["Instagram", instagramCodeTime, "Chm_-tPJqpd", "2022-08-23T16:51:41Z"],
  ["Instagram", instagramTime, "2911295595251935837_52222405344", "2022-08-23T16:51:41Z"],
  ["Threads", instagramCodeTime, "C8JnaKaNjOX", "2024-06-13T09:06:39Z"],
  ["TikTok", tiktokTime, "7106798200794926362", "2022-06-08T09:26:40Z"],
  ["TikTok", tiktokTime, "7571863205253778710", "2025-11-12T15:36:28Z"],
  ["PTT", pttTime, "M.1499790734.A.833", "2017-07-11T16:32:14Z"],
  ["PTT", pttTime, "M.1154877694.A.384", "2006-08-06T15:21:34Z"],
];

/** Real pairs of kinds for which nobody has measured a bound: right to the second where they are right at all. */
const hypotheses: [string, Decoder, string, string][] = [
  ["Bluesky", blueskyTime, "3mdegyw3ves2t", "2026-01-26T23:55:44.454Z"],
  ["Bluesky", blueskyTime, "3mdeitsgznc24", "2026-01-27T00:28:00Z"],
  ["viewkey", viewkeyTime, "ph601dc30bae19a", "2021-02-05T22:13:00Z"],
];

function milliseconds(time: IdTime | null): number {
  return time ? Date.parse(time.utc) : Number.NaN;
}

describe("a real ID", () => {
  it.each(pairs)("of %s decodes within its bound (%#)", (...[, decode, id, stated]) => {
    const time = decode(id);
    expect(time?.errorMs).toBeGreaterThan(0);
    expect(Math.abs(milliseconds(time) - Date.parse(stated))).toBeLessThanOrEqual(time?.errorMs ?? 0);
  });

  it.each(hypotheses)("of %s is given without a bound (%#)", (...[, decode, id, stated]) => {
    const time = decode(id);
    expect(time?.errorMs).toBeNull();
    expect(Math.abs(milliseconds(time) - Date.parse(stated))).toBeLessThan(60_000);
  });

  it("has the exact millisecond of its formula", () => {
    expect(milliseconds(xPostTime("1349794411333394432"))).toBe(1_610_651_040_286);
    expect(milliseconds(instagramCodeTime("BqvsDleB3lV"))).toBe(1_543_453_444_757);
    expect(milliseconds(tiktokTime("7106798200794926362"))).toBe(1_654_680_399_000);
  });

  it("is the same in both spellings", () => {
    expect([weiboMid("z579Hz9Wr"), weiboCode("3512191498379699")]).toEqual(["3512191498379699", "z579Hz9Wr"]);
    expect([pttAid("M.1154877694.A.384"), pttFile("14rWZ-E4")]).toEqual(["14rWZ-E4", "M.1154877694.A.384"]);
    expect(instagramMediaId("Chm_-tPJqpd")).toBe("2911295595251935837");
    expect(fromRadix("3ilu9n90s8", base36)).toBe(357_171_382_503_224n);
  });

  it("of TikTok says what it is of", () => {
    expect([tiktokEntity("7106798200794926362"), tiktokEntity("6781206617314018309")]).toEqual([
      "video",
      "account",
    ]);
  });

  it("of a TikTok account is given without a bound", () => {
    expect(tiktokTime("6781206617314018309")).toMatchObject({
      utc: "2020-01-12T23:45:01.000Z",
      errorMs: null,
    });
  });

  it("of Weibo lies within five minutes, of Xiaohongshu on the day", () => {
    expect(weiboTime("3512191498379699")?.errorMs).toBe(300_000);
    expect(xiaohongshuTime("657efcfa0000000000000000")?.utc.slice(0, 10)).toBe("2023-12-17");
  });
});

describe("vectors of the standards", () => {
  it.each([
    ["UUIDv1, RFC 9562 A.1", uuidTime, "C232AB00-9414-11EC-B3C8-9F6BDECED846", "2022-02-22T19:22:22.000Z"],
    ["UUIDv6, RFC 9562 A.5", uuidTime, "1EC9414C-232A-6B00-B3C8-9F6BDECED846", "2022-02-22T19:22:22.000Z"],
    ["UUIDv7, RFC 9562 A.6", uuidTime, "017F22E2-79B0-7CC3-98C4-DC0C0C07398F", "2022-02-22T19:22:22.000Z"],
    ["ULID specification", ulidTime, "01ARZ3NDEKTSV4RRFFQ69G5FAV", "2016-07-30T23:54:10.259Z"],
    ["KSUID README", ksuidTime, "0ujtsYcgvSTl8PAuAdqWYSMnLOv", "2017-10-10T04:00:47.000Z"],
    ["MongoDB manual", objectIdTime, "507f1f77bcf86cd799439011", "2012-10-17T21:13:27.000Z"],
  ] satisfies [string, Decoder, string, string][])("%s", (...[, decode, id, utc]) => {
    expect(decode(id)?.utc).toBe(utc);
  });
});

const timeless: [string, Decoder, string][] = [
  ["X before snowflakes", xPostTime, "20"],
  ["X before snowflakes, large", xPostTime, "29700859246"],
  ["X user, counted up", xUserTime, "2244994945"],
  ["Discord, short", discordTime, "123456789"],
  ["TikTok user, eight digits", tiktokTime, "12345678"],
  ["viewkey of digits", viewkeyTime, "648719015"],
  ["viewkey of thirteen digits", viewkeyTime, "1234567890123"],
  ["Instagram code too long", instagramCodeTime, "Chm_-tPJqpdX"],
  ["Mastodon, counted up", mastodonTime, "12345"],
  ["UUIDv4", uuidTime, "919108f7-52d1-4320-9bac-f847db4148a8"],
  ["UUIDv7 with another variant", uuidTime, "017F22E2-79B0-7CC3-18C4-DC0C0C07398F"],
  ["Weibo, short", weiboTime, "123456"],
  ["PTT, another name", pttTime, "index.html"],
  ["Bluesky, twelve characters", blueskyTime, "3mdegyw3ves2"],
];

const decoders: Decoder[] = [
  xPostTime,
  xUserTime,
  discordTime,
  mastodonTime,
  linkedinTime,
  instagramCodeTime,
  instagramTime,
  tiktokTime,
  weiboTime,
  xiaohongshuTime,
  objectIdTime,
  viewkeyTime,
  pttTime,
  blueskyTime,
  uuidTime,
  ulidTime,
  ksuidTime,
];

const unlike = fc.oneof(
  fc.string(),
  fc.constantFrom("", "-1", "0", "1e9", "１２３４５６７８９０１２３４５６７", "99999999999999999999999999"),
  fc.webUrl(),
);

describe("what holds no time", () => {
  it.each(timeless)("%s", (_name, decode, id) => {
    expect(decode(id)).toBeNull();
  });

  it("is any other text", () => {
    fc.assert(
      fc.property(unlike, fc.constantFrom(...decoders), (id, decode) => {
        const time = decode(id);
        if (time) expect(Date.parse(time.utc)).toBeLessThanOrEqual(4_102_444_800_000);
      }),
    );
    for (const decode of decoders) expect(decode("")).toBeNull();
  });
});

const sixtyThreeBits = fc.bigInt({ min: 1n, max: (1n << 63n) - 1n });

describe("laws", () => {
  it("an alphabet loses nothing", () => {
    fc.assert(
      fc.property(sixtyThreeBits, (number) => {
        expect(fromRadix(toRadix(number, base36), base36)).toBe(number);
      }),
    );
    fc.assert(
      fc.property(sixtyThreeBits, (number) => {
        expect(instagramMediaId(instagramCode(String(number)) ?? "")).toBe(String(number));
      }),
    );
  });

  it("a Weibo number and its code are one another", () => {
    const mids = fc.bigInt({ min: 1_000_000_000_000_000n, max: 9_999_999_999_999_999n }).map(String);
    fc.assert(
      fc.property(mids, (mid) => {
        expect(weiboMid(weiboCode(mid) ?? "")).toBe(mid);
      }),
    );
  });

  it("a PTT file name and its code are one another", () => {
    const names = fc.record({
      kind: fc.constantFrom("M", "G"),
      second: fc.integer({ min: 900_000_000, max: 4_000_000_000 }),
      tail: fc.integer({ min: 0, max: 0xfff }),
    });
    fc.assert(
      fc.property(names, ({ kind, second, tail }) => {
        const file = `${kind}.${second}.A.${tail.toString(16).toUpperCase().padStart(3, "0")}`;
        expect(pttFile(pttAid(file) ?? "")).toBe(file);
      }),
    );
  });

  it("a snowflake holds the millisecond it was made of, whatever follows", () => {
    const made = fc.record({
      at: fc.integer({ min: 1_500_000_000_000, max: 2_000_000_000_000 }),
      rest: fc.bigInt({ min: 0n, max: (1n << 22n) - 1n }),
    });
    fc.assert(
      fc.property(made, ({ at, rest }) => {
        expect(milliseconds(xPostTime(String((BigInt(at - 1_288_834_974_657) << 22n) + rest)))).toBe(at);
        expect(milliseconds(discordTime(String((BigInt(at - 1_420_070_400_000) << 22n) + rest)))).toBe(at);
        expect(milliseconds(linkedinTime(String((BigInt(at) << 22n) + rest)))).toBe(at);
        expect(milliseconds(mastodonTime(String((BigInt(at) << 16n) + (rest & 0xffffn))))).toBe(at);
      }),
    );
  });
});

describe("an ID that stays, and one that does not", () => {
  it("are told apart", () => {
    expect(isFacebookPseudonym("pfbid0NPAVi78AX53SAGKhpdixFZH9GJ7Y54Ja")).toBe(true);
    expect(isFacebookPseudonym("1053189635634220")).toBe(false);
    expect([isYoutubeChannelId("UCzcRQ3vRNr6fJ1A9rqFn7QA"), isYoutubeChannelId("OneMedia.")]).toEqual([
      true,
      false,
    ]);
  });
});
