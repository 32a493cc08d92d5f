/** The text of one stored file while a part of the screen shows it. */
import { useEffect, useState } from "preact/hooks";
import type { EvidenceFile } from "../../src/evidence/evidence-file.ts";
import type { EvidenceItem } from "../../src/evidence/evidence-item.ts";
import type { FileReader } from "../interface/covered-picture.tsx";

export interface StoredTextOf {
  item: EvidenceItem;
  kind: EvidenceFile["kind"];
  files: FileReader;
}

/** Null until the file is there, when the item has none of this kind, and when it cannot be read. */
export function useStoredText({ item: { id, files: named }, kind, files }: StoredTextOf): string | null {
  const [text, setText] = useState<string | null>(null);
  const name = named.find((file) => file.kind === kind)?.name ?? null;
  useEffect(() => {
    let isGone = false;
    const read = async () => {
      const blob = name === null ? null : await files.readFile(id, name).catch(() => null);
      const found = blob ? await blob.text() : null;
      if (!isGone) setText(found);
    };
    void read();
    return () => {
      isGone = true;
    };
  }, [id, name, files]);
  return text;
}
