/** A trusted time without a network of ours: the request goes out as a file, the reply comes back as a file. */
import { useState } from "preact/hooks";
import { useWords } from "../interface/words.ts";
import type { LibraryPorts } from "./library-ports.ts";
import type { PackedCase } from "./pack-case.ts";

interface StampPanelProps {
  packed: PackedCase;
  ports: Pick<LibraryPorts, "saveFile" | "randomNumbers">;
}

type Stamping = "not-yet" | "added" | "refused";

export function StampPanel({ packed, ports }: StampPanelProps) {
  const { t } = useWords();
  const [stamping, setStamping] = useState<Stamping>("not-yet");
  const take = (files: readonly File[]) =>
    void stampWith(packed, files, ports).then(
      () => setStamping("added"),
      () => setStamping("refused"),
    );
  return (
    <details class="panel" data-action="stamp">
      <summary>
        <strong>{t("stamp.title")}</strong>
      </summary>
      <div class="stack-s">
        <p>{t("stamp.what")}</p>
        <ol>
          <li>{t("stamp.step-request")}</li>
          <li>{t("stamp.step-send")}</li>
          <li>{t("stamp.step-reply")}</li>
        </ol>
        <div class="actions">
          <button
            type="button"
            class="btn"
            data-action="save-request"
            onClick={() => void saveRequest(packed, ports)}
          >
            {t("stamp.button-request")}
          </button>
        </div>
        <label class="field" for="stamp-reply">
          {t("stamp.reply")}
        </label>
        <input
          id="stamp-reply"
          type="file"
          name="stamp-reply"
          multiple
          accept=".tsr,.pem,.crt"
          onChange={({ currentTarget: { files } }) => take([...(files ?? [])])}
        />
        <div role="status" data-stamping={stamping}>
          {stamping !== "not-yet" && <p>{t(`stamp.${stamping}`)}</p>}
        </div>
      </div>
    </details>
  );
}

async function saveRequest(
  { seal, name }: PackedCase,
  { saveFile, randomNumbers }: StampPanelProps["ports"],
) {
  const { stampRequest } = await import("../../src/stamp/stamp-request.ts");
  const nonce = new Uint8Array(randomNumbers(4).buffer.slice(0));
  saveFile(new Blob([stampRequest(seal, nonce)]), name.replace(/\.zip$/, ".tsq"));
}

/** Replies and certificates may be chosen together; each reply is held to the seal before anything is saved. */
async function stampWith(
  { zip, name }: PackedCase,
  files: readonly File[],
  { saveFile }: StampPanelProps["ports"],
): Promise<void> {
  const { stampedBundle } = await import("../../src/verify/stamped-bundle.ts");
  const isReply = ({ name: file }: File) => /\.tsr$/i.test(file);
  const certificates = files.filter((file) => !isReply(file));
  const authoritiesPem = (await Promise.all(certificates.map((file) => file.text()))).join("\n");
  const replies = await Promise.all(
    files.filter(isReply).map(async (file) => ({
      reply: new Uint8Array(await file.arrayBuffer()),
      authoritiesPem,
    })),
  );
  if (replies.length === 0) throw new TypeError("no reply among the files");
  const stamped = await stampedBundle(zip, replies);
  saveFile(stamped, name.replace(/(?:-locked)?\.zip$/, "-stamped.zip"));
}
