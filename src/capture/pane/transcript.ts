/** What the rows of a pane say, each once and in order, with its place in the picture and the frames that show it. */
import type { Rectangle } from "../../base/rectangle.ts";
import { areaShared } from "./area-shared.ts";
import { bottomOf, gapReason, type FollowedFrame, type PaneSegment, topOf } from "./follow-pane.ts";
import type { PaneRow, RowMediaKind } from "./pane-view.ts";

export interface TranscriptRow {
  key: string;
  text: string;
  sender: PaneRow["sender"];
  time: PaneRow["time"];
  /** The page's own number of the row, as it was when first seen. */
  position: PaneRow["position"];
  /** Left out where no frame shows any. */
  media?: RowMediaKind[];
  messageId?: PaneRow["messageId"];
  reply?: PaneRow["reply"];
  isEdited?: true;
  isDeleted?: true;
  /** Device pixels in the picture of the pane. */
  box: Rectangle;
  /** False where an end of the row lies beyond what any frame shows. */
  isWhole: boolean;
  /** Numbers of the frames in which it is in view. */
  frames: number[];
  firstSeenUtc: string;
  /** What it said later in the same place. */
  laterTexts: string[];
}

export interface TranscriptGap {
  /** Index of the row that follows the gap. */
  beforeRow: number;
  because: string;
}

export interface Transcript {
  rows: TranscriptRow[];
  /** Between these rows some may be missing or told twice; nobody can say. */
  gaps: TranscriptGap[];
}

const mostLaterTexts = 8;

/** Pure: the same frames always tell the same. Places are counted from the top left corner of the pane's picture. */
export function makeTranscript(segments: readonly PaneSegment[]): Transcript {
  const transcript: Transcript = { rows: [], gaps: [] };
  for (const { frames, because } of inPlace(segments)) {
    if (because !== null) transcript.gaps.push({ beforeRow: transcript.rows.length, because });
    transcript.rows.push(...rowsOf(frames));
  }
  return transcript;
}

/** The reason of a gap belongs to the lower of its two sides, whichever was there first. */
function inPlace(segments: readonly PaneSegment[]): PaneSegment[] {
  return segments.map((segment, index) => {
    const above = segments[index - 1];
    return { ...segment, because: above ? gapReason(above, segment) : null };
  });
}

function rowsOf(frames: readonly FollowedFrame[]): TranscriptRow[] {
  const known: TranscriptRow[] = [];
  for (const followed of frames.toSorted((one, other) => one.frame.sequence - other.frame.sequence)) {
    for (const row of currentRows(followed)) addRow(known, followed, row);
  }
  const [top, bottom] = [topOf(frames), bottomOf(frames)];
  for (const row of known) {
    row.isWhole = row.box.y >= top - 1 && row.box.y + row.box.height <= bottom + 1;
  }
  return known.sort((one, other) => one.box.y - other.box.y || one.box.x - other.box.x);
}

/** Rows that stand as the picture shows them; those in outdated parts come from a later frame. */
function currentRows({ frame, outdated }: FollowedFrame): PaneRow[] {
  const { clip, rows } = frame.pane;
  const ratio = frame.census.devicePixelRatio;
  const top = clip.y + outdated.top / ratio;
  const bottom = clip.y + clip.height - outdated.bottom / ratio;
  return rows.filter(({ box }) => box.y + box.height > top + 1 && box.y < bottom - 1);
}

function addRow(known: TranscriptRow[], followed: FollowedFrame, row: PaneRow): void {
  const { frame } = followed;
  const box = boxOf(followed, row);
  const twin = twinOf(known, { key: row.key, box });
  if (!twin) {
    const { key, text, sender, time, position } = row;
    const seen = { frames: [frame.sequence], firstSeenUtc: frame.takenAtUtc, laterTexts: [] };
    known.push({ key, text, sender, time, position, ...stated(row), box, isWhole: true, ...seen });
    return;
  }
  // A picture may arrive after its row.
  if (!twin.media && row.media) twin.media = row.media;
  if (twin.frames.at(-1) !== frame.sequence) twin.frames.push(frame.sequence);
  const isNew = twin.text !== row.text && twin.laterTexts.at(-1) !== row.text;
  if (isNew && twin.laterTexts.length < mostLaterTexts) twin.laterTexts.push(row.text);
}

/** Only what the row has: most have none of it. */
function stated({ media, messageId, reply, isEdited, isDeleted }: PaneRow): Partial<TranscriptRow> {
  return {
    ...(media && { media }),
    ...(messageId !== undefined && { messageId }),
    ...(reply && { reply }),
    ...(isEdited && { isEdited }),
    ...(isDeleted && { isDeleted }),
  };
}

/**
 * The row at the same place. Where a row grew in between, those beyond it stand a little further on: then the only
 * one that says the same counts, if its place had been seen before.
 */
function twinOf(
  known: readonly TranscriptRow[],
  row: Pick<TranscriptRow, "key" | "box">,
): TranscriptRow | null {
  const alike = known.filter(({ key }) => key === row.key);
  const same = alike.find(({ box }) => areaShared(box, row.box) > 0.5);
  if (same) return same;
  const covering = known.find(({ box }) => areaShared(box, row.box) > 0.5);
  if (!covering) return null;
  return alike.length === 1 ? (alike[0] ?? null) : covering;
}

/** Device pixels in the pane's picture. */
function boxOf({ frame, x, y }: FollowedFrame, { box }: PaneRow): Rectangle {
  const { clip } = frame.pane;
  const ratio = frame.census.devicePixelRatio;
  const left = Math.round((box.x - clip.x) * ratio);
  const top = Math.round((box.y - clip.y) * ratio);
  const right = Math.round((box.x + box.width - clip.x) * ratio);
  const bottom = Math.round((box.y + box.height - clip.y) * ratio);
  return { x: x + left, y: y + top, width: right - left, height: bottom - top };
}
