/** The door to `check-worker.ts` for a thread: Node 20 gives a thread no loader of the thread that started it. */
import { register } from "tsx/esm/api";

register();
await import("./check-worker.ts");
