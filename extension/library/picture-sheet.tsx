/** The whole page, put together from its stored frames by the item's own recipe. Nothing new is stored. */
import { useCallback } from "preact/hooks";
import type { Placement } from "../../src/capture/frame.ts";
import type { Picture, Surface } from "../../src/evidence/picture.ts";
import type { FileReader } from "../interface/covered-picture.tsx";
import { useBlobUrl } from "../interface/use-blob-url.ts";
import { useWords } from "../interface/words.ts";
import { placedFrame } from "./placed-frame.ts";

interface PictureSheetProps {
  itemId: string;
  picture: Picture;
  files: FileReader;
}

export function PictureSheet(props: PictureSheetProps) {
  return (
    <>
      {props.picture.surfaces.map((surface) => (
        <SurfaceSheet key={surface.number} {...props} surface={surface} />
      ))}
    </>
  );
}

interface SurfaceSheetProps extends PictureSheetProps {
  surface: Surface;
}

function SurfaceSheet(props: SurfaceSheetProps) {
  const { t } = useWords();
  const { picture, surface } = props;
  return (
    <figure class="pic sheet-of-frames" style={{ aspectRatio: `${surface.width} / ${surface.height}` }}>
      <figcaption class="visually-hidden">
        {t("item.picture-words", { count: picture.frames.length })}
      </figcaption>
      {surface.placements.map((placement, index) => (
        <PlacedImage key={`${placement.sequence} ${index}`} {...props} placement={placement} />
      ))}
    </figure>
  );
}

interface PlacedImageProps extends SurfaceSheetProps {
  placement: Placement;
}

function PlacedImage({ itemId, picture, surface, placement, files }: PlacedImageProps) {
  const frame = picture.frames.find(({ sequence }) => sequence === placement.sequence);
  const name = frame?.file ?? "";
  const url = useBlobUrl(useCallback(() => files.readFile(itemId, name), [files, itemId, name]));
  if (!frame || url === null) return null;
  const placed = placedFrame(surface, frame, placement);
  return (
    <div class="placed" style={placed.window}>
      <img src={url} alt="" loading="lazy" style={placed.frame} />
    </div>
  );
}
