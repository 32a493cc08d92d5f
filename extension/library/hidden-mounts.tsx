/** Empty photograph mounts over a masked picture, each where a picture was hidden. */
import type { HiddenPlace } from "../../src/capture/mask/hidden-places.ts";
import { isPictureByItself } from "../../src/capture/mask/hidden-box.ts";
import type { EvidenceItem } from "../../src/evidence/evidence-item.ts";
import type { Surface } from "../../src/evidence/picture.ts";
import { useWords } from "../interface/words.ts";

/** Device pixels on the picture; in anything smaller the corners of a mount would touch. */
const leastSide = 40;

interface HiddenMountsProps {
  item: EvidenceItem;
  surface: Surface;
}

export function HiddenMounts({ item, surface }: HiddenMountsProps) {
  const hidden = item.format === "keepleaf-item-2" ? (item.hidden ?? []) : [];
  const devicePixelRatio = item.window.devicePixelRatio ?? 1;
  const places = hidden.filter(
    (place) =>
      place.surface === surface.number &&
      isPictureByItself(place) &&
      Math.min(place.box.width, place.box.height) * devicePixelRatio >= leastSide,
  );
  return (
    <>
      {places.map((place, index) => (
        <HiddenMount key={index} place={place} surface={surface} ratio={devicePixelRatio} />
      ))}
    </>
  );
}

interface HiddenMountProps {
  place: HiddenPlace;
  surface: Surface;
  ratio: number;
}

function HiddenMount({
  place: { kind, box, hasAddress },
  surface: { width, height },
  ratio,
}: HiddenMountProps) {
  const { t } = useWords();
  const share = (part: number, whole: number) => `${((part * ratio) / whole) * 100}%`;
  const place = {
    left: share(box.x, width),
    top: share(box.y, height),
    width: share(box.width, width),
    height: share(box.height, height),
  };
  return (
    <span class="mount hidden-mount" style={place}>
      <span>
        <strong>{t(`hidden.${kind}`)}</strong>
        <br />
        {t("hidden.wide-high", { width: Math.round(box.width), height: Math.round(box.height) })}
        <br />
        {t(hasAddress ? "hidden.address-kept" : "hidden.no-address-known")}
      </span>
    </span>
  );
}
