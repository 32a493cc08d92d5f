/** `transcript-1.json` as it lies with an item, read with suspicion: it may come from a foreign bundle. */
import { Rectangle } from "../../base/rectangle.ts";
import { z } from "../../base/schema.ts";
import { PaneRow } from "./pane-view.ts";

const TranscriptRow = z.object({
  key: z.string(),
  text: PaneRow.shape.text,
  sender: PaneRow.shape.sender,
  time: PaneRow.shape.time,
  position: PaneRow.shape.position,
  media: PaneRow.shape.media,
  messageId: PaneRow.shape.messageId,
  reply: PaneRow.shape.reply,
  isEdited: PaneRow.shape.isEdited,
  isDeleted: PaneRow.shape.isDeleted,
  box: Rectangle,
  isWhole: z.boolean(),
  frames: z.array(z.int()).check(z.maxLength(2_000)),
  firstSeenUtc: z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)),
  laterTexts: z.array(z.string()),
});

/** What conversations are made of; the file says more. */
const TranscriptFile = z.object({
  format: z.literal("keepleaf-transcript-1"),
  surface: z.int().check(z.positive()),
  rows: z.array(TranscriptRow).check(z.maxLength(200_000)),
  gaps: z.array(z.object({ beforeRow: z.int(), because: z.string().check(z.maxLength(64)) })),
});
export type TranscriptFile = z.infer<typeof TranscriptFile>;

/** Null where it is no transcript. */
export function readTranscript(json: string): TranscriptFile | null {
  try {
    const read = TranscriptFile.safeParse(JSON.parse(json));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
