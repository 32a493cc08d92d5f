/** The whole page, put together from its stored frames by the item's own recipe. Nothing new is stored. */
import { useCallback } from "preact/hooks";
import type { Placement } from "../../src/capture/frame.ts";
import type { Picture } from "../../src/evidence/evidence-item.ts";
import type { FileReader } from "../interface/covered-picture.tsx";
import { useBlobUrl } from "../interface/use-blob-url.ts";
import { useWords } from "../interface/words.ts";
import { placedFrame } from "./placed-frame.ts";

interface PictureSheetProps {
  itemId: string;
  picture: Picture;
  files: FileReader;
}

export function PictureSheet({ itemId, picture, files }: PictureSheetProps) {
  const { t } = useWords();
  return (
    <figure class="pic sheet-of-frames" style={{ aspectRatio: `${picture.width} / ${picture.height}` }}>
      <figcaption class="visually-hidden">
        {t("item.picture-words", { count: picture.frames.length })}
      </figcaption>
      {picture.placements.map((placement, index) => (
        <PlacedImage
          key={`${placement.sequence} ${index}`}
          itemId={itemId}
          picture={picture}
          placement={placement}
          files={files}
        />
      ))}
    </figure>
  );
}

interface PlacedImageProps extends PictureSheetProps {
  placement: Placement;
}

function PlacedImage({ itemId, picture, placement, files }: PlacedImageProps) {
  const frame = picture.frames.find(({ sequence }) => sequence === placement.sequence);
  const name = frame?.file ?? "";
  const url = useBlobUrl(useCallback(() => files.readFile(itemId, name), [files, itemId, name]));
  if (!frame || url === null) return null;
  const placed = placedFrame(picture, frame, placement);
  return (
    <div class="placed" style={placed.window}>
      <img src={url} alt="" loading="lazy" style={placed.frame} />
    </div>
  );
}
