/** The step of sealing that puts the bag together, and reads before the kept files whose checksums nobody knows. */
import type { BagInput } from "../../src/bundle/bundle-plan.ts";
import type { MeasureFile } from "../../src/bundle/measure-file.ts";
import { packBag, type PackedBundle } from "../../src/bundle/pack-bag.ts";
import { type BagOrder, type SealingWatch, sharesAfter } from "./seal-case.ts";

export interface BagMeans extends Pick<BagInput, "readFile" | "signer"> {
  /** Measures kept files, on other threads where there are any. */
  openMeasuring(): MeasureFile;
}

export function bagStep(
  { readFile, signer, openMeasuring }: BagMeans,
  { order, made }: BagOrder,
  { signal, onProgress }: SealingWatch,
): Promise<PackedBundle> {
  const { documents, reading } = sharesAfter(order);
  const watch = {
    signal,
    onProgress: ({ filesDone, filesTotal, bytesDone, bytesTotal }) => {
      const share = documents + ((reading - documents) * bytesDone) / Math.max(1, bytesTotal);
      onProgress({ step: "reading", filesDone, filesTotal, share });
    },
  } satisfies Partial<BagInput>;
  return packBag({ ...order, readFile, signer, measure: openMeasuring(), ...watch }, made);
}
