/**
 * Lets the page have its turn in the middle of long work. Work that only waits for what is there already keeps the page
 * from everything else: nothing is shown, and no press is heard.
 */

/** Nobody notices less. */
const longestTurnMs = 50;

/** To be waited for often; every so long it lets others go first. Not by a timer: in a hidden tab that takes a second. */
export function givingWay(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  let turnAtMs = performance.now();
  return async () => {
    if (performance.now() - turnAtMs < longestTurnMs) return;
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
    turnAtMs = performance.now();
  };
}
