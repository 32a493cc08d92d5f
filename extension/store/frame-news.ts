/** Tells the other contexts of the extension that a frame was stored. News only: who misses it reads the store. */

/** Only our own origin hears it. */
const channelName = "keepleaf-frames";

export function tellOfFrame(captureId: string): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(captureId);
  channel.close();
}

export function watchFrames(onFrame: (captureId: string) => void): void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data === "string") onFrame(data);
  };
}
