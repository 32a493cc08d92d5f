/** A rectangle; the unit (CSS or device pixels) is said where it is used. */
import { z } from "./schema.ts";

export const Rectangle = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
export type Rectangle = z.infer<typeof Rectangle>;
