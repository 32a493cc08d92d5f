/** While somebody points, what they press is ours: it is stopped before any element of the page can hear of it. */

/** The press itself, and everything that follows from one. */
const presses = [
  "pointerdown",
  "pointerup",
  "pointercancel",
  "mousedown",
  "mouseup",
  "click",
  "auxclick",
  "dblclick",
  "contextmenu",
  "dragstart",
  "selectstart",
] as const;
/** Stopped, but what the browser does with them is left: pages scroll by touch. */
const touches = ["touchstart", "touchmove", "touchend", "touchcancel"] as const;
const moves = [
  "pointermove",
  "pointerover",
  "pointerout",
  "pointerenter",
  "pointerleave",
  "mousemove",
  "mouseover",
  "mouseout",
  "mouseenter",
  "mouseleave",
] as const;
const keys = ["keydown", "keypress", "keyup"] as const;

/** The browser scrolls by these. */
const scrolling = new Set(["PageUp", "PageDown", "Home", "End"]);

export interface HeardInput {
  onMove: (event: MouseEvent) => void;
  /** The pointer left the page. */
  onOut: () => void;
  onPress: (event: MouseEvent) => void;
  /** Whether something is held down; what comes when it is let go belongs to the press. */
  onHold: (isHeld: boolean) => void;
  onKey: (event: KeyboardEvent) => void;
}

/**
 * Everything goes through the window first. Only listeners that a page put on its window itself before us, for the way
 * down, are called before; they see that there was a press, on the root element. What a script makes up is not ours.
 */
export function swallowInput(heard: HeardInput, signal: AbortSignal): void {
  const options = { capture: true, signal, passive: false };
  for (const name of presses) addEventListener(name, (event) => onPress(event, heard), options);
  for (const name of touches) addEventListener(name, stop, { ...options, passive: true });
  for (const name of moves) addEventListener(name, (event) => onMove(event, heard), options);
  for (const name of keys) addEventListener(name, (event) => onKey(event, heard), options);
}

function stop(event: Event): void {
  if (event.isTrusted) event.stopImmediatePropagation();
}

function onPress(event: Event, { onPress, onHold }: HeardInput): void {
  if (!event.isTrusted) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (event.type === "pointerdown") onHold(true);
  if (event.type === "pointerup" || event.type === "pointercancel") onHold(false);
  if (event.type === "click" && event instanceof MouseEvent) onPress(event);
}

function onMove(event: Event, { onMove, onOut }: HeardInput): void {
  stop(event);
  if (!event.isTrusted || !(event instanceof MouseEvent)) return;
  if (event.type === "pointermove" || event.type === "mousemove") onMove(event);
  if (event.type === "mouseout" && event.relatedTarget === null) onOut();
}

/** What is held with a control key is the browser's: a person must be able to close the tab. */
function onKey(event: KeyboardEvent, { onKey }: HeardInput): void {
  if (!event.isTrusted || event.ctrlKey || event.metaKey || event.altKey) return;
  event.stopImmediatePropagation();
  if (!scrolling.has(event.key) && !/^F\d+$/.test(event.key)) event.preventDefault();
  if (event.type === "keydown") onKey(event);
}
