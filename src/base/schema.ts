/** The one door to zod: schemas are checked without generated code, which the extension's policy forbids. */
import * as z from "zod/mini";

z.config({ jitless: true });

export { z };
