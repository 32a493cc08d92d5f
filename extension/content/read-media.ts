/** Lists pictures, films and frames by address and place, as text. Nothing is fetched, opened or hashed. */
import { type MediaElement, readingLimits } from "../../src/capture/page-reading.ts";
import { boxInDocument } from "./parts-not-followed.ts";
import type { ReadingCap } from "./reading-cap.ts";
import { allTrees } from "./shadow-roots.ts";

export function readMedia(cap: ReadingCap): MediaElement[] {
  const elements = allTrees().flatMap((tree) => [
    ...tree.querySelectorAll("img, video, audio, iframe, frame, object, embed, input[type=image]"),
  ]);
  const media = elements.flatMap((element) =>
    addressesOf(element).map(({ kind, url }) => ({
      kind,
      url: cap.value("media", absolute(url)),
      box: boxInDocument(element),
    })),
  );
  return cap.list("media", media, readingLimits.mediaElements);
}

type Address = Pick<MediaElement, "kind" | "url">;

function addressesOf(element: Element): Address[] {
  if (element instanceof HTMLImageElement) return named("image", element.currentSrc || element.src);
  if (element instanceof HTMLVideoElement) {
    return [...named("video", mediaSource(element)), ...named("poster", element.poster)];
  }
  if (element instanceof HTMLAudioElement) return named("audio", mediaSource(element));
  if (element instanceof HTMLInputElement) return named("image", element.src);
  const address = element.getAttribute("src") ?? element.getAttribute("data") ?? "";
  return named(/frame$/.test(element.localName) ? "frame" : "object", address);
}

function mediaSource(element: HTMLMediaElement): string {
  return element.currentSrc || element.src || element.querySelector("source")?.src || "";
}

function named(kind: MediaElement["kind"], url: string): Address[] {
  return url ? [{ kind, url }] : [];
}

function absolute(url: string): string {
  return URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI).href : url;
}
