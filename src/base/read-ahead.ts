/** Starts the next reads while one is being worked on: a disk, a digest and a program each have something to do. */

export interface Ahead<In, Out> {
  /** Bytes that a result holds until it is taken. */
  sizeOf(input: In): number;
  read(input: In): Promise<Out>;
  /** Held at most, beside the one that is being worked on; one read is always started, however large. */
  mostBytes: number;
  mostReads: number;
}

/** Results in the order of their inputs. The first read that fails ends it, with its error. */
export async function* readAhead<In, Out>(
  inputs: readonly In[],
  { sizeOf, read, mostBytes, mostReads }: Ahead<In, Out>,
): AsyncGenerator<Out> {
  const started: { result: Promise<Out>; bytes: number }[] = [];
  let next = 0;
  let held = 0;
  const start = () => {
    for (; next < inputs.length && started.length < mostReads; next += 1) {
      const input = inputs[next] as In;
      const bytes = sizeOf(input);
      if (started.length > 0 && held + bytes > mostBytes) return;
      const result = read(input);
      // Somebody may stop listening before its turn: then nobody else would hear of a failure.
      result.catch(() => undefined);
      started.push({ result, bytes });
      held += bytes;
    }
  };
  for (start(); started.length > 0; start()) {
    const first = started.shift();
    if (!first) return;
    const result = await first.result;
    held -= first.bytes;
    start();
    yield result;
  }
}
