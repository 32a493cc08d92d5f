/** A field being pointed at in its page, or waiting here to be confirmed. */
import type { CorrectionDraft } from "../../src/evidence/corrections.ts";
import type { Field, FieldName } from "../../src/platforms/field.ts";
import type { PointedValue } from "../../src/platforms/pointed-values.ts";
import { PointPanel } from "../interface/pointing/point-panel.tsx";
import type { ItemPointing } from "../interface/pointing/use-pointing.ts";

interface PointFieldProps {
  name: FieldName;
  field: Field;
  onCorrect: (draft: CorrectionDraft) => Promise<void>;
  pointing: ItemPointing;
}

export function PointField({ name, field, pointing, onCorrect }: PointFieldProps) {
  const { now, start, stop } = pointing;
  const take = async ({ value, locator, raw }: PointedValue) => {
    await stop();
    const draft = {
      field: name,
      before: field.value,
      after: value,
      method: "pointed",
      locator,
      raw,
    } as const;
    await onCorrect(draft);
  };
  return (
    now && (
      <PointPanel
        {...now}
        isElsewhere
        onTake={(value) => void take(value)}
        onAgain={() => start(name)}
        onStop={() => void stop()}
      />
    )
  );
}
