/** How far the person wants a page kept. */
import { z } from "../base/schema.ts";

export const Reach = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("whole") }),
  /** So many windows from the top, the first one included. */
  z.object({ kind: z.literal("screens"), screens: z.int().check(z.positive(), z.maximum(10_000)) }),
]);
export type Reach = z.infer<typeof Reach>;
