/** The thread that puts a passphrase around a bundle. */
import { lockStep } from "./lock-step.ts";
import { measuring } from "./measuring.ts";
import type { LockOrder } from "./seal-case.ts";
import { answerStep } from "./step-thread.ts";

answerStep<LockOrder>((order) => lockStep(measuring.openDigest, order));
