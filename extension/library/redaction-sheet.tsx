/** The picture with the boxes on it: each is a button that arrow keys move, and the pointer draws new ones. */
import { useRef, useState } from "preact/hooks";
import type { Rectangle } from "../../src/base/rectangle.ts";
import type { EvidenceItem } from "../../src/evidence/evidence-item.ts";
import type { Surface } from "../../src/evidence/picture.ts";
import type { FileReader } from "../interface/covered-picture.tsx";
import { useWords } from "../interface/words.ts";
import { PictureSheet } from "./picture-sheet.tsx";
import { boxAfterKey, boxBetween } from "./redaction-boxes.ts";

interface RedactionSheetProps {
  item: EvidenceItem;
  surface: Surface;
  boxes: readonly Rectangle[];
  setBoxes: (boxes: readonly Rectangle[]) => void;
  files: FileReader;
}

export function RedactionSheet({ item, surface, boxes, setBoxes, files }: RedactionSheetProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const drawing = useDrawing(sheet, surface, (box) => setBoxes([...boxes, box]));
  const change = (index: number, box: Rectangle | null) =>
    setBoxes(boxes.flatMap((one, at) => (at === index ? (box ?? []) : one)));
  const overlay = () => (
    <div class="redaction-sheet" ref={sheet} {...drawing.handlers}>
      {boxes.map((box, index) => (
        <CoverBox
          key={index}
          number={index + 1}
          box={box}
          surface={surface}
          change={(next) => change(index, next)}
        />
      ))}
      {drawing.box && <span class="cover-box" style={placeOf(drawing.box, surface)} />}
    </div>
  );
  return (
    <div class="item-picture">
      <PictureSheet item={item} files={files} only={surface.number} over={overlay} />
    </div>
  );
}

interface CoverBoxProps {
  number: number;
  box: Rectangle;
  surface: Surface;
  change: (box: Rectangle | null) => void;
}

function CoverBox({ number, box, surface, change }: CoverBoxProps) {
  const { t } = useWords();
  const onKeyDown = (event: KeyboardEvent) => {
    const isRemoved = event.key === "Delete" || event.key === "Backspace";
    const next = isRemoved ? null : boxAfterKey(box, event, surface);
    if (!isRemoved && next === null) return;
    event.preventDefault();
    change(next);
  };
  return (
    <button
      type="button"
      class="cover-box"
      style={placeOf(box, surface)}
      aria-label={t("redact.box", { number, ...box })}
      onKeyDown={onKeyDown}
    >
      {number}
    </button>
  );
}

function placeOf(box: Rectangle, { width, height }: Surface) {
  const share = (part: number, whole: number) => `${(part / whole) * 100}%`;
  return {
    left: share(box.x, width),
    top: share(box.y, height),
    width: share(box.width, width),
    height: share(box.height, height),
  };
}

interface Corner {
  x: number;
  y: number;
}

/** From pressing the pointer down to letting it go; a plain press draws nothing. */
function useDrawing(
  sheet: { current: HTMLDivElement | null },
  surface: Surface,
  add: (box: Rectangle) => void,
) {
  const [corners, setCorners] = useState<{ from: Corner; to: Corner } | null>(null);
  const cornerAt = ({ clientX, clientY }: PointerEvent): Corner => {
    const place = sheet.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return {
      x: ((clientX - place.x) / place.width) * surface.width,
      y: ((clientY - place.y) / place.height) * surface.height,
    };
  };
  const box = corners && boxBetween(corners.from, corners.to, surface);
  const isDrawn =
    corners !== null && Math.hypot(corners.to.x - corners.from.x, corners.to.y - corners.from.y) > 8;
  return {
    box: isDrawn ? box : null,
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        if (event.target instanceof HTMLButtonElement) return;
        event.preventDefault();
        setCorners({ from: cornerAt(event), to: cornerAt(event) });
      },
      onPointerMove: (event: PointerEvent) => corners && setCorners({ ...corners, to: cornerAt(event) }),
      onPointerUp: () => {
        if (box && isDrawn) add(box);
        setCorners(null);
      },
      onPointerLeave: () => setCorners(null),
    },
  };
}
