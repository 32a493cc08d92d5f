/** Unpacks the font of the documents on a thread of its own: what that takes goes with it, and only the font stays. */
import { reportFont } from "./report-font.ts";
import { answerStep } from "./step-thread.ts";

answerStep<null>(async () => reportFont());
