/** What measures kept files and the container: threads beside this one, or this one alone. */
import { fastCrc32 } from "../../src/base/fast-crc32.ts";
import { streamDigest } from "../../src/base/stream-digest.ts";
import { measureFile } from "../../src/bundle/measure-file.ts";
import type { BagMeans } from "./bag-step.ts";
import { type OpenDigest, openDigestThread } from "./digest-thread.ts";
import { ReadingThreads } from "./reading-threads.ts";

interface Measuring extends Pick<BagMeans, "openMeasuring"> {
  openDigest: OpenDigest;
}

const measuringThreads: Measuring = {
  openMeasuring: () => new ReadingThreads().measure,
  openDigest: openDigestThread,
};

/**
 * The same on the thread that packs. On a busy machine Firefox does not come back from opening a thread on a thread
 * (measured on ESR 153: a third of all packings stood still in `new Worker`).
 */
export const measuringAlone: Measuring = {
  openMeasuring: () => {
    const compiled = fastCrc32();
    return async (content, stated) => measureFile(content, { stated, crc32: await compiled });
  },
  openDigest: streamDigest,
};

export const measuring = import.meta.env.MODE === "firefox" ? measuringAlone : measuringThreads;
