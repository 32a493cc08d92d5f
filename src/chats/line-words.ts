/** The words LINE writes into its exports, in Traditional Chinese, English, Japanese and Simplified Chinese. */
import type { Attachment } from "./chat-message.ts";

/** First line; the name is the exporter's own for the other side. A group has no "with". */
export const lineTitles: readonly { pattern: RegExp; isGroup: boolean }[] = [
  { pattern: /^(?:\[LINE\] ?)?與(?<name>.+)的聊天(?:記錄|紀錄)$/, isGroup: false },
  { pattern: /^\[LINE\] ?(?<name>.+)的聊天(?:記錄|紀錄)$/, isGroup: true },
  { pattern: /^(?:\[LINE\] ?)?Chat history with (?<name>.+)$/, isGroup: false },
  { pattern: /^(?:\[LINE\] ?)?Chat history in (?<name>.+)$/, isGroup: true },
  { pattern: /^\[LINE\] ?(?<name>.+)とのトーク履歴$/, isGroup: false },
  { pattern: /^\[LINE\] ?(?<name>.+)のトーク履歴$/, isGroup: true },
  { pattern: /^\[LINE\] ?与(?<name>.+)的聊天记录$/, isGroup: false },
  { pattern: /^\[LINE\] ?(?<name>.+)的聊天记录$/, isGroup: true },
];

/** Second line. */
export const lineSavedAt = /^(?:儲存日期|保存日期|保存日時|Saved on)\s*[:：]\s*(?<at>.+)$/;

/** A message that is nothing but this stands for something the export does not carry. */
export const linePlaceholders: ReadonlyMap<string, Attachment["kind"]> = new Map(
  Object.entries({
    image: ["照片", "圖片", "Photo", "Photos", "写真", "图片"],
    video: ["影片", "Video", "Videos", "動画", "视频"],
    audio: ["語音訊息", "Voice message", "Audio", "ボイスメッセージ", "语音信息"],
    file: ["檔案", "File", "ファイル", "文件"],
    sticker: ["貼圖", "Sticker", "Stickers", "スタンプ", "贴图"],
    contact: ["聯絡資訊", "聯絡人", "Contact", "連絡先", "联系人"],
    location: ["位置訊息", "位置資訊", "位置", "Location", "位置情報"],
  }).flatMap(([kind, words]) => words.map((word) => [`[${word}]`, kind as Attachment["kind"]])),
);

/** Whole system lines that say a message was taken back. */
export const lineTakenBack =
  /(?:已收回訊息|收回了?一?則?訊息|unsent a message|Message unsent\.?|メッセージの送信を取り消しました|撤回了一条消息)\.?$/;

/** System lines that a computer's export writes without any name before them. */
export const lineSystemWords =
  /(?:加入(?:了|群組|聊天)|退出(?:了|群組|聊天)|離開群組|邀請.+加入|新增.*至群組|joined the (?:group|chat)|left the (?:group|chat)|invited .+ to the (?:group|chat)|グループに参加しました|グループを退会しました|已設定公告|變更了?.+(?:名稱|圖片|背景)|建立了?(?:相簿|群組|記事本))/;

/** Calls begin with this sign in every language. */
export const lineCall = /^☎/;
