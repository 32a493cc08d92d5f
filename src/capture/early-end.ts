/** The walk over a surface ends here, with what there is, and says why. */
import type { CaptureNote, NoteCode } from "./verdict.ts";

export class EarlyEnd extends Error {
  readonly reason: NoteCode;
  /** Where, and a short fact. */
  readonly about: Omit<CaptureNote, "code">;

  constructor(reason: NoteCode, about: Omit<CaptureNote, "code"> = {}) {
    super(`the capture ended early: ${reason}`);
    this.reason = reason;
    this.about = about;
  }

  get note(): CaptureNote {
    return { code: this.reason, ...this.about };
  }
}
