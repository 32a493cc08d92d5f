/** What every file of facts about the world says of itself, so that an old fact is seen to be old. */

export interface Dated {
  /** `YYYY-MM-DD`: the day the file was checked against its sources. */
  asOf: string;
  /** The day it must be checked again; a test fails when it has passed. */
  reviewBy: string;
  sources: readonly { title: string; url: string | null }[];
}
