/** Waits for an answer only so long: a page that is frozen or never drawn must not hold anything up for ever. */

/** A shot takes 0.5 s and a page's answer some milliseconds at worst (measured). */
const answerCapMs = 4_000;

/** Null when no answer came; a late one is nobody's any more. @throws what the answer throws, while it is waited for */
export async function inTime<T>(answer: Promise<T>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeUp = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), answerCapMs);
  });
  try {
    return await Promise.race([answer, timeUp]);
  } finally {
    clearTimeout(timer);
  }
}
