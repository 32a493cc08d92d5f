/** What a redacted item says of the item it was made from, which stays as it was. */
import { Rectangle } from "../../base/rectangle.ts";
import { Sha256 } from "../../base/digest.ts";
import { z } from "../../base/schema.ts";

export const mostRedactions = 200;

export const DerivedFrom = z.object({
  itemId: z.uuid(),
  number: z.int().check(z.positive()),
  /** Of the other item's canonical JSON, as its log line `item.kept` has it. */
  itemSha256: Sha256,
  /** The part of the other picture that this one shows. */
  surface: z.int().check(z.nonnegative()),
  /** Device pixels of that surface, painted over. */
  boxes: z.array(Rectangle).check(z.maxLength(mostRedactions)),
});
export type DerivedFrom = z.infer<typeof DerivedFrom>;
