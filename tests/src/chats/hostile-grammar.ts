/** Texts that look like exports and are wrong somewhere: each number makes one, the same on every machine. */

/** Mulberry32: small, fast, and good enough to reach every branch of a grammar. */
function numbersFrom(seed: number): () => number {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

class Dice {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = numbersFrom(seed);
  }

  upTo(most: number): number {
    return Math.floor(this.#next() * (most + 1));
  }

  one<Thing>(things: readonly Thing[]): Thing {
    return things[this.upTo(things.length - 1)] as Thing;
  }

  some<Thing>(most: number, make: () => Thing): Thing[] {
    return Array.from({ length: this.upTo(most) }, make);
  }

  isRare(share = 0.06): boolean {
    return this.#next() < share;
  }
}

const names = [
  "甲",
  "A: B",
  "\u202e乙",
  "名字 有空格",
  "",
  "__proto__",
  "\ud83d",
  "constructor",
  "x".repeat(90),
  "☎",
];
const words = [
  "你好",
  "[照片]",
  '"第一行',
  '尾"',
  "<Media omitted>",
  "a\tb",
  "\0",
  "\udc00",
  "This message was deleted",
  "\u200e",
];
const odd = [
  "NaN",
  "Infinity",
  "-0",
  "1e999",
  "\ud800",
  "__proto__",
  "[".repeat(40),
  "{",
  "}",
  "\\u0000",
  '"',
  "\uFEFF",
  "\r",
  "\u2028",
];
const years = ["2020", "20", "R4", "2565 BE", "0", "9999", "99999", "-1", "平成30"];

type Maker = (dice: Dice) => string;

const clock: Maker = (dice) =>
  dice.one([
    `${dice.upTo(26)}:${String(dice.upTo(70)).padStart(2, "0")}`,
    `下午${dice.upTo(13)}:${dice.upTo(6)}5`,
    `${dice.upTo(13)}:05:09 PM`,
    "午前9:00",
    "99:99",
  ]);

const day: Maker = (dice) =>
  dice.one([
    `${dice.one(years)}/${dice.upTo(13)}/${dice.upTo(32)}`,
    `${dice.upTo(32)}/${dice.upTo(13)}/${dice.one(years)}`,
    `${dice.one(years)}.${dice.upTo(13)}.${dice.upTo(32)} 星期五`,
    `${dice.one(years)}年${dice.upTo(13)}月${dice.upTo(32)}日`,
  ]);

const line: Maker = (dice) => {
  const head = dice.one([
    "[LINE] 與甲的聊天記錄",
    "[LINE] Chat history with A",
    "[LINE] 甲とのトーク履歴",
    "\uFEFF[LINE] 與乙的聊天紀錄",
  ]);
  const rows = dice.some(10, () =>
    dice.one([
      `${day(dice)}（一）`,
      `${clock(dice)}\t${dice.one(names)}\t${dice.one(words)}`,
      dice.one(words),
      `${clock(dice)} ${dice.one(names)} ${dice.one(words)}`,
      "",
    ]),
  );
  return [head, "儲存日期：2020/02/12 02:42", "", ...rows].join(dice.one(["\n", "\r\n"]));
};

const whatsapp: Maker = (dice) => {
  const form = dice.one(["[", "", ":"]);
  const stamp = () => {
    const at = `${day(dice)}${dice.one([", ", " "])}${clock(dice)}`;
    return form === "[" ? `[${at}] ` : form === "" ? `${at} - ` : `${at}: `;
  };
  return dice
    .some(10, () => (dice.isRare(0.2) ? dice.one(words) : `${stamp()}${dice.one(names)}: ${dice.one(words)}`))
    .join("\n");
};

const scalar: Maker = (dice) =>
  dice.one([
    ...odd.slice(0, 4),
    "null",
    "true",
    "1415147732056",
    '"1652135033"',
    JSON.stringify(dice.one(words)),
    JSON.stringify(dice.one(names)),
    '"2022-03-08T13:07:42"',
    "{}",
    "[]",
  ]);

const keys =
  "messages participants name sender_name timestamp_ms content type id from from_id date date_unixtime text author timestamp channel guild chats list rows format surface media reply __proto__ constructor toString".split(
    " ",
  );

function object(dice: Dice, depth: number): string {
  const entries = dice.some(6, () => `${JSON.stringify(dice.one(keys))}:${value(dice, depth - 1)}`);
  return `{${entries.join(",")}}`;
}

function value(dice: Dice, depth: number): string {
  if (depth <= 0) return scalar(dice);
  const kind = dice.upTo(3);
  if (kind === 0) return object(dice, depth);
  if (kind === 1) return `[${dice.some(5, () => value(dice, depth - 1)).join(",")}]`;
  return scalar(dice);
}

const message: Maker = (dice) =>
  dice.one([
    `{"sender_name":${scalar(dice)},"timestamp_ms":${scalar(dice)},"content":${scalar(dice)},"photos":${value(dice, 2)}}`,
    `{"id":${scalar(dice)},"type":"message","date":${scalar(dice)},"date_unixtime":${scalar(dice)},"from":${scalar(dice)},"from_id":${scalar(dice)},"text":${value(dice, 2)}}`,
    `{"id":${scalar(dice)},"type":"Default","timestamp":${scalar(dice)},"content":${scalar(dice)},"author":${value(dice, 2)},"attachments":${value(dice, 2)}}`,
    object(dice, 2),
  ]);

const json: Maker = (dice) => {
  const messages = `[${dice.some(6, () => message(dice)).join(",")}]`;
  return dice.one([
    `{"participants":${value(dice, 2)},"messages":${messages}}`,
    `{"name":"甲","type":"personal_chat","id":700000000,"messages":${messages}}`,
    `{"chats":{"list":[{"type":"x","id":1,"messages":${messages}},${object(dice, 2)}]}}`,
    `{"guild":${object(dice, 1)},"channel":${object(dice, 1)},"messages":${messages}}`,
    `{"format":"keepleaf-transcript-1","surface":1,"gaps":[],"rows":${messages}}`,
    object(dice, 5),
  ]);
};

const makers: readonly Maker[] = [line, whatsapp, json, json];

/** Some are whole, most have a piece cut out, doubled or put in. */
export function hostileText(seed: number): string {
  const dice = new Dice(seed);
  let text = dice.one(makers)(dice);
  for (let cuts = dice.upTo(2); cuts > 0; cuts -= 1) {
    const [at, length] = [dice.upTo(text.length), dice.upTo(12)];
    const piece = dice.one([...odd, "", text.slice(at, at + length)]);
    text = text.slice(0, at) + piece + text.slice(dice.isRare(0.5) ? at : at + length);
  }
  return text;
}
