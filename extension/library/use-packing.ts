/** Packing under way: how far it is, and stopping it when the screen goes. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { PackProgress } from "../../src/bundle/pack-input.ts";
import type { Recipient } from "../../src/bundle/recipient.ts";
import type { CaseFile } from "../../src/evidence/case-file.ts";
import type { LibraryPorts } from "./library-ports.ts";
import type { Library } from "./use-library.ts";

interface Packing {
  /** Null while nothing is being packed. */
  progress: PackProgress | null;
  pack: (caseFile: CaseFile, recipient: Recipient) => void;
}

export function usePacking(ports: LibraryPorts, library: Library): Packing {
  const [progress, setProgress] = useState<PackProgress | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const pack = (caseFile: CaseFile, recipient: Recipient) => {
    if (progress !== null) return;
    const life = new AbortController();
    running.current = life;
    setProgress({ filesDone: 0, filesTotal: 0, bytesDone: 0, bytesTotal: 0 });
    void library
      .attempt(() =>
        packAndShow({ ports, library, signal: life.signal, onProgress: setProgress }, caseFile, recipient),
      )
      .finally(() => setProgress(null));
  };
  return { progress, pack };
}

interface PackingHelp {
  ports: LibraryPorts;
  library: Library;
  signal: AbortSignal;
  onProgress: (progress: PackProgress) => void;
}

async function packAndShow(
  { ports, library, signal, onProgress }: PackingHelp,
  caseFile: CaseFile,
  recipient: Recipient,
): Promise<void> {
  try {
    // What writes documents is heavy: it is loaded when somebody packs.
    const { packCase } = await import("./pack-case.ts");
    const packed = await packCase(ports, { caseFile, recipient, signal, onProgress });
    ports.saveFile(packed.zip, packed.name);
    library.show({ screen: "packed", packed });
    await library.reload();
  } catch (error) {
    // Leaving the screen stops the packing: that is a wish, not a failure.
    if (!signal.aborted) throw error;
  }
}
