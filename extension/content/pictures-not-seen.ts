/** Pictures and films whose place in the frames is empty or covered, each with its rectangle. */
import type { CaptureNote, NoteCode } from "../../src/capture/verdict.ts";
import { boxInDocument } from "./in-view.ts";
import { listed } from "./listed-notes.ts";

/** CSS pixels; smaller ones are icons and counters. */
const leastSide = 40;
/** CSS pixels of blur from which on a picture can no longer be made out. */
const leastBlur = 4;

/** `seenTo` is how far down the document frames were taken: what lies below was not asked for. */
export function picturesNotSeen(elements: readonly HTMLElement[], seenTo: number): CaptureNote[] {
  const images = elements.filter((element) => element instanceof HTMLImageElement).filter(isDrawn);
  const videos = elements.filter((element) => element instanceof HTMLVideoElement).filter(isLarge);
  return [
    ...notesOf(
      "pending-images",
      images.filter((image) => isPending(image, seenTo)),
    ),
    ...notesOf("broken-images", images.filter(isBroken)),
    ...notesOf("blank-video", videos.filter(isBlank)),
    ...notesOf("covered-media", elements.filter(isBlurred)),
  ];
}

function notesOf(code: NoteCode, elements: readonly HTMLElement[]): CaptureNote[] {
  return listed(elements.map((element) => ({ code, box: boxInDocument(element) })));
}

function isPending(image: HTMLImageElement, seenTo: number): boolean {
  return !image.complete && image.getBoundingClientRect().top + window.scrollY < seenTo;
}

function isBroken(image: HTMLImageElement): boolean {
  return image.complete && image.naturalWidth === 0 && image.currentSrc !== "";
}

/** Nothing decoded and nothing in its stead; or protected, which browsers leave out of every shot. */
function isBlank(video: HTMLVideoElement): boolean {
  const hasPicture = video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA || video.poster !== "";
  return video.mediaKeys !== null || !hasPicture;
}

function isBlurred(element: HTMLElement): boolean {
  if (!isLarge(element)) return false;
  const { filter, backdropFilter } = getComputedStyle(element);
  return [filter, backdropFilter].some(
    (value) => Number(/blur\(([\d.]+)px/.exec(value)?.[1] ?? 0) >= leastBlur,
  );
}

function isDrawn(element: HTMLElement): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1;
}

function isLarge(element: HTMLElement): boolean {
  return element.offsetWidth >= leastSide && element.offsetHeight >= leastSide;
}
