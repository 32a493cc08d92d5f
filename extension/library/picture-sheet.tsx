/** The whole page: its strips one below the other, or, where there are none, put together from its frames. */
import type { ComponentChildren } from "preact";
import { useCallback } from "preact/hooks";
import type { Placement } from "../../src/capture/frame.ts";
import { type EvidenceItem, pictureOf } from "../../src/evidence/evidence-item.ts";
import type { Picture, Surface, Tile } from "../../src/evidence/picture.ts";
import type { FileReader } from "../interface/covered-picture.tsx";
import { useBlobUrl } from "../interface/use-blob-url.ts";
import { useWords } from "../interface/words.ts";
import { notedPlaces } from "./noted-places.ts";
import { placedFrame } from "./placed-frame.ts";

interface PictureSheetProps {
  item: EvidenceItem;
  files: FileReader;
  /** One surface by its number; all of them when left out. */
  only?: number;
  /** Drawn over each surface. */
  over?: (surface: Surface) => ComponentChildren;
}

export function PictureSheet({ item, files, only, over }: PictureSheetProps) {
  const picture = pictureOf(item);
  if (!picture) return null;
  return (
    <>
      {picture.surfaces
        .filter(({ number }) => only === undefined || number === only)
        .map((surface) => (
          <SurfaceSheet key={surface.number} {...{ item, picture, surface, files, ...(over && { over }) }} />
        ))}
    </>
  );
}

interface SurfaceSheetProps extends PictureSheetProps {
  picture: Picture;
  surface: Surface;
}

function SurfaceSheet(props: SurfaceSheetProps) {
  const { t } = useWords();
  const { item, picture, surface } = props;
  const ratio = picture.frames.at(-1)?.census.devicePixelRatio ?? 1;
  const noted = notedPlaces(item.verdict.notes, surface, ratio);
  const words = { count: picture.frames.length };
  return (
    <figure class="stack-s">
      <div class="pic sheet-of-frames" style={{ aspectRatio: `${surface.width} / ${surface.height}` }}>
        {surface.tiles.map((tile) => (
          <TileImage key={tile.file} {...props} tile={tile} />
        ))}
        {surface.tiles.length === 0 &&
          surface.placements.map((placement, index) => (
            <PlacedImage key={`${placement.sequence} ${index}`} {...props} placement={placement} />
          ))}
        {noted.map((place) => (
          <div key={`${place.left} ${place.top}`} class="noted" style={place} />
        ))}
        {props.over?.(surface)}
      </div>
      <figcaption class={surface.number === 0 ? "visually-hidden" : "small soft"}>
        {surface.number === 0
          ? t("item.picture-words", words)
          : t("item.picture-pane", { number: surface.number })}
      </figcaption>
      {noted.length > 0 && <p class="small soft">{t("item.noted-places")}</p>}
    </figure>
  );
}

function TileImage({ item, surface, tile, files }: SurfaceSheetProps & { tile: Tile }) {
  const { file } = tile;
  const url = useBlobUrl(useCallback(() => files.readFile(item.id, file), [files, item.id, file]));
  if (url === null) return null;
  const share = (part: number) => `${(part / surface.height) * 100}%`;
  const place = { left: "0%", top: share(tile.y), width: "100%", height: share(tile.height) };
  return (
    <div class="placed" style={place}>
      <img src={url} alt="" loading="lazy" style={{ width: "100%", height: "100%" }} />
    </div>
  );
}

interface PlacedImageProps extends SurfaceSheetProps {
  placement: Placement;
}

function PlacedImage({ item, picture, surface, placement, files }: PlacedImageProps) {
  const frame = picture.frames.find(({ sequence }) => sequence === placement.sequence);
  const name = frame?.file ?? "";
  const url = useBlobUrl(useCallback(() => files.readFile(item.id, name), [files, item.id, name]));
  if (!frame || url === null) return null;
  const placed = placedFrame(surface, frame, placement);
  return (
    <div class="placed" style={placed.window}>
      <img src={url} alt="" loading="lazy" style={placed.frame} />
    </div>
  );
}
