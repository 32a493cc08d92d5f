/** Sentences for the time before anything is installed: both languages, one after the other. */

/** What stops a command that the person can put right; printed without a stack. */
export class PlainRefusal extends Error {
  /** @param {string} chinese @param {string} english */
  constructor(chinese, english) {
    super(`${chinese}\n${english}`);
    this.name = "PlainRefusal";
  }
}

/** @param {string} chinese @param {string} english */
export function sayPlainly(chinese, english) {
  process.stderr.write(`${chinese}\n${english}\n`);
}

/**
 * Runs a command to its end and turns what it throws into an exit status.
 * @param {() => Promise<number>} command
 */
export async function endWith(command) {
  try {
    process.exitCode = await command();
  } catch (error) {
    const isPlain = error instanceof Error && error.name === "PlainRefusal";
    process.stderr.write(`${isPlain ? error.message : (error?.stack ?? error)}\n`);
    process.exitCode = 1;
  }
}
