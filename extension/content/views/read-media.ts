/** Lists pictures, films, sounds and frames by address and place, as text. Nothing is fetched, opened or hashed. */
import { type MediaElement, readingLimits } from "../../../src/capture/page-reading.ts";
import { flagsOf } from "../../../src/capture/views/address-flags.ts";
import { srcsetAddresses } from "../../../src/capture/views/srcset.ts";
import type { ReadingCap } from "../reading-cap.ts";
import { absolute, boxInPage, type Tree } from "./page-documents.ts";
import { readBackgrounds } from "./read-backgrounds.ts";

type Address = Required<Pick<MediaElement, "kind" | "url" | "role">>;

const mediaSelector =
  "img, video, audio, iframe, frame, object, embed, input[type=image], image, feImage, [background]";

export function readMedia(cap: ReadingCap, trees: readonly Tree[]): MediaElement[] {
  const marked = trees.flatMap((tree) => {
    const elements = [...tree.querySelectorAll(mediaSelector)];
    return elements.flatMap((element) => listed(cap, element, addressesOf(element)));
  });
  const drawn = readBackgrounds(trees).flatMap(({ element, address, base }) =>
    listed(cap, element, [{ kind: "background", role: "shown", url: absolute(address, base) }]),
  );
  return cap.list("media", [...marked, ...drawn], readingLimits.mediaElements);
}

function listed(cap: ReadingCap, element: Element, addresses: readonly Address[]): MediaElement[] {
  if (addresses.length === 0) return [];
  const box = boxInPage(element);
  const base = element.baseURI;
  return addresses.map(({ kind, url, role }) => {
    const address = absolute(url, base);
    return { kind, role, url: cap.value("media", address), box, flags: flagsOf(address) };
  });
}

function addressesOf(element: Element): Address[] {
  switch (element.localName) {
    case "img":
      return pictureAddresses(element as HTMLImageElement);
    case "video":
      return [
        ...shown("video", playing(element as HTMLVideoElement)),
        ...shown("poster", element.getAttribute("poster")),
      ];
    case "audio":
      return shown("audio", playing(element as HTMLAudioElement));
    case "input":
      return shown("image", element.getAttribute("src"));
    case "image":
    case "feImage":
      return shown("image", element.getAttribute("href") ?? element.getAttribute("xlink:href"));
    case "iframe":
    case "frame":
      return shown("frame", element.getAttribute("src"));
    case "object":
    case "embed":
      return shown("object", element.getAttribute("data") ?? element.getAttribute("src"));
    default:
      return shown("background", element.getAttribute("background"));
  }
}

/** What the browser chose, then whatever else the markup offers: a larger version is often among it. */
function pictureAddresses(image: HTMLImageElement): Address[] {
  const chosen = image.currentSrc || image.src;
  const sources = [...(image.parentElement?.localName === "picture" ? image.parentElement.children : [])];
  const sets = [image, ...sources].flatMap((element) =>
    srcsetAddresses(element.getAttribute("srcset") ?? ""),
  );
  const others = new Set(sets.map((url) => absolute(url, image.baseURI)));
  others.delete(chosen);
  others.delete(image.src);
  return [
    ...shown("image", chosen),
    ...(image.src && image.src !== chosen ? [{ kind: "image", role: "src", url: image.src } as const] : []),
    ...Array.from(others, (url) => ({ kind: "image", role: "srcset", url }) as const),
  ];
}

function playing(media: HTMLMediaElement): string {
  return media.currentSrc || media.src || media.querySelector("source")?.src || "";
}

function shown(kind: MediaElement["kind"], url: string | null): Address[] {
  return url ? [{ kind, role: "shown", url }] : [];
}
