/** The kept files that this recipient gets, as they go into the bag. */
import type { BagFile } from "./bag-file.ts";
import { itemFilePath } from "./bag-layout.ts";
import type { PackInput } from "./pack-input.ts";
import { knownCaptured, measureCaptured } from "./read-captured.ts";
import { isGiven, shares } from "./recipient.ts";

export function capturedFiles(
  input: Pick<PackInput, "recipient" | "items" | "readFile" | "measure" | "checksums">,
): BagFile[] {
  const share = shares[input.recipient];
  if (!share.parts.includes("captures")) return [];
  const inOrder = input.items.toSorted((one, other) => one.number - other.number);
  return inOrder.flatMap((item) => {
    const given = item.files.filter(({ kind }) => isGiven(share, item, kind));
    return given.map((file) => ({
      path: itemFilePath(item, file),
      sizeBytes: file.sizeBytes,
      measure: () => {
        const checksum = input.checksums?.get(item.id)?.[item.files.indexOf(file)];
        return checksum === undefined
          ? measureCaptured(input, { item, file })
          : knownCaptured(input, { item, file, checksum });
      },
    }));
  });
}
