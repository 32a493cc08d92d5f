/** The boxes as numbers, for those who would rather type than draw. */
import type { Rectangle } from "../../src/base/rectangle.ts";
import type { Surface } from "../../src/evidence/picture.ts";
import { useWords } from "../interface/words.ts";
import { fitted } from "./redaction-boxes.ts";

interface RedactionFieldsProps {
  surface: Surface;
  boxes: readonly Rectangle[];
  setBoxes: (boxes: readonly Rectangle[]) => void;
}

const sides = [
  ["x", "redact.left"],
  ["y", "redact.top"],
  ["width", "redact.width"],
  ["height", "redact.height"],
] as const;

export function RedactionFields({ surface, boxes, setBoxes }: RedactionFieldsProps) {
  const { t } = useWords();
  if (boxes.length === 0) return null;
  const change = (index: number, box: Rectangle) =>
    setBoxes(boxes.map((one, at) => (at === index ? fitted(box, surface) : one)));
  return (
    <ol class="redaction-fields stack-s">
      {boxes.map((box, index) => (
        <li key={index} class="row">
          {sides.map(([side, word]) => (
            <label key={side}>
              {t(word)}
              <input
                type="number"
                inputMode="numeric"
                min={0}
                value={box[side]}
                onChange={({ currentTarget }) =>
                  change(index, { ...box, [side]: Number(currentTarget.value) })
                }
              />
            </label>
          ))}
          <button
            type="button"
            class="btn text"
            onClick={() => setBoxes(boxes.filter((_box, at) => at !== index))}
          >
            {t("redact.remove", { number: index + 1 })}
          </button>
        </li>
      ))}
    </ol>
  );
}
