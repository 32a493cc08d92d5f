/** What the composer's page and its thread say to each other. */
import { z } from "../../src/base/schema.ts";

/** Draw every strip of this capture; `order` comes back with the report. */
export const DrawingOrder = z.object({ order: z.int(), captureId: z.uuid() });
export type DrawingOrder = z.infer<typeof DrawingOrder>;

export const DrawingReport = z.object({ order: z.int(), isDrawn: z.boolean() });
export type DrawingReport = z.infer<typeof DrawingReport>;
