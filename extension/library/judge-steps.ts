/** The steps of sealing before and after the container is read back: whether it is what was written, and what was read of it. */
import { Failure } from "../../src/base/failure.ts";
import type { Finding } from "../../src/verify/finding.ts";
import type { KnownContainer } from "../../src/verify/read-bundle.ts";
import { judgeSealed, openSealed } from "../../src/verify/sealed-bundle.ts";
import type { JudgeOrder, SealingWatch } from "./seal-case.ts";

export async function openStep(zip: Blob, { signal }: Pick<SealingWatch, "signal">): Promise<KnownContainer> {
  const container = await openSealed(zip, signal);
  if (container.kind === "refused") throw notVerified(container.finding);
  return container.known;
}

export async function judgeStep(
  { bundle: { zip, seal }, known, readings }: JudgeOrder,
  { signal }: Pick<SealingWatch, "signal">,
): Promise<void> {
  const verification = await judgeSealed({ zip, known }, readings, signal);
  if (verification.isSound && verification.seal === seal) return;
  throw notVerified(verification.findings[0]);
}

function notVerified(finding: Finding | undefined): Failure {
  return new Failure("read-back-differs", `the bundle does not verify: ${finding?.code ?? "another seal"}`);
}
