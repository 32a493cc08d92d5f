/** The words WhatsApp writes into its exports, in English, Traditional Chinese, Japanese and Simplified Chinese. */
import type { Attachment } from "./chat-message.ts";

/** Marks of direction that stand before a line or a notice. */
export const directionMarks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A whole text that stands for a file left out of the export. */
export const whatsappOmitted: readonly { pattern: RegExp; kind: Attachment["kind"] }[] = [
  { pattern: /^(?:image omitted|圖片已略過|已略過圖片|忽略图片|画像は省略されました)$/i, kind: "image" },
  { pattern: /^(?:video omitted|影片已略過|已略過影片|忽略视频|動画は省略されました)$/i, kind: "video" },
  { pattern: /^(?:GIF omitted|已略過 ?GIF|GIF ?已略過)$/i, kind: "image" },
  {
    pattern: /^(?:audio omitted|語音訊息已略過|音訊已略過|已略過音訊|忽略语音|音声は省略されました)$/i,
    kind: "audio",
  },
  {
    pattern: /^(?:sticker omitted|貼圖已略過|已略過貼圖|忽略贴图|スタンプは省略されました)$/i,
    kind: "sticker",
  },
  { pattern: /^(?:contact card omitted|聯絡人資訊已略過|已略過聯絡人)$/i, kind: "contact" },
  { pattern: /(?:document omitted|文件已略過|已略過文件|忽略文档)$/i, kind: "file" },
  {
    pattern:
      /^<(?:Media omitted|已略過媒體檔?|省略多媒體檔|忽略多媒体文件|メディアは含まれていません|メディアなし)>$/i,
    kind: "unknown",
  },
];

/** `IMG-20220323-WA0002.jpg (file attached)`, `<attached: 00000002-PHOTO-2022.jpg>`. */
export const whatsappAttached =
  /^(?:<(?:attached|附件|添付ファイル)[:：] ?(?<inside>[^<>]+)>|(?<before>[^<>\n]+\.[A-Za-z0-9]{1,5}) \((?:file attached|附加檔案|檔案已附加|文件附件|添付ファイル)\))$/;

export const whatsappDeleted =
  /^(?:This message was deleted\.?|You deleted this message\.?|此訊息已刪除。?|這則訊息已刪除。?|你已刪除此訊息。?|您已刪除此訊息。?|此消息已删除。?|このメッセージは削除されました。?)$/;

export const whatsappEdited =
  /\s*<(?:This message was edited|此訊息已編輯|這則訊息已編輯|此消息已编辑|このメッセージは編集されました)>$/;

export const whatsappCall =
  /^(?:Missed (?:voice|video) call|Voice call|Video call|未接(?:語音|視訊)通話|語音通話|視訊通話)(?:$|[ ,，•])/;
