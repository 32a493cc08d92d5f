/**
 * The injected driver's own door to the browser: the polyfill is far larger than the driver itself and is not needed
 * for these few calls, and the page must get nothing it could call.
 */

export interface DriverPort {
  readonly name: string;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
  postMessage(message: unknown): void;
  disconnect(): void;
}

export interface DriverSender {
  readonly id?: string;
  readonly url?: string;
}

export type MessageListener = (
  message: unknown,
  sender: DriverSender,
  respond: (reply: unknown) => void,
) => boolean | undefined;

interface ListenerSet<Listener> {
  addListener(listener: Listener): void;
  removeListener(listener: Listener): void;
}

interface DriverRuntime {
  readonly id: string;
  getURL(path: string): string;
  sendMessage(message: unknown): Promise<unknown>;
  readonly onMessage: ListenerSet<MessageListener>;
  readonly onConnect: ListenerSet<(port: DriverPort) => void>;
}

interface DriverBrowser {
  readonly runtime: DriverRuntime;
  /** Chromium only; Firefox has the same as a property of elements. */
  readonly dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
}

const scope = globalThis as unknown as { browser?: DriverBrowser; chrome: DriverBrowser };

export const driverBrowser: DriverBrowser = scope.browser?.runtime ? scope.browser : scope.chrome;

/** Chromium allows two shots a second outside of the popup's fast lane; Firefox counts none. */
export function areShotsRationed(): boolean {
  return !driverBrowser.runtime.getURL("").startsWith("moz-extension:");
}
