/** The part of the captured picture that shows one row, cut out of its strips. */
import { useCallback } from "preact/hooks";
import type { MessagePlace } from "../../../src/chats/conversation.ts";
import { type EvidenceItem, pictureOf } from "../../../src/evidence/evidence-item.ts";
import type { Surface, Tile } from "../../../src/evidence/picture.ts";
import type { FileReader } from "../../interface/covered-picture.tsx";
import { useBlobUrl } from "../../interface/use-blob-url.ts";
import { useWords } from "../../interface/words.ts";

interface RowPictureProps {
  item: EvidenceItem;
  surface: number;
  place: MessagePlace;
  files: FileReader;
}

export function RowPicture({ item, surface: number, place, files }: RowPictureProps) {
  const { t } = useWords();
  const surface = pictureOf(item)?.surfaces.find((each) => each.number === number);
  const { box } = place;
  const tiles = (surface?.tiles ?? []).filter(
    ({ y, height }) => y < box.y + box.height && y + height > box.y,
  );
  if (!surface || tiles.length === 0 || box.width < 1 || box.height < 1)
    return <p class="small soft">{t("conversation.no-row-picture")}</p>;
  return (
    <figure class="stack-s">
      <div class="pic row-picture" style={{ aspectRatio: `${box.width} / ${box.height}` }}>
        {tiles.map((tile) => (
          <TilePart key={tile.file} item={item} surface={surface} tile={tile} place={place} files={files} />
        ))}
      </div>
      {!place.isWhole && <figcaption class="small soft">{t("conversation.row-cut")}</figcaption>}
    </figure>
  );
}

interface TilePartProps extends Pick<RowPictureProps, "item" | "place" | "files"> {
  surface: Surface;
  tile: Tile;
}

function TilePart({ item, surface, tile, place: { box }, files }: TilePartProps) {
  const { file } = tile;
  const url = useBlobUrl(useCallback(() => files.readFile(item.id, file), [files, item.id, file]));
  if (url === null) return null;
  const across = (length: number) => `${(length / box.width) * 100}%`;
  const down = (length: number) => `${(length / box.height) * 100}%`;
  const style = {
    left: across(-box.x),
    top: down(tile.y - box.y),
    width: across(surface.width),
    height: down(tile.height),
  };
  return <img src={url} alt="" style={style} />;
}
