/** What to do where a picture is not taken: none of it needs the picture to be opened or sent. */
import { mayImportImage } from "../../../src/evidence/image-import.ts";
import { Note } from "../../interface/note.tsx";
import { useWords } from "../../interface/words.ts";

export function InsteadOfPictures() {
  const { t } = useWords();
  const answer = mayImportImage(true);
  if (answer.kind === "allowed") return null;
  return (
    <Note tone="look" icon="info">
      <div role="alert" data-refused="picture">
        {answer.instead.map((step) => (
          <p key={step}>{t(`import-image.${step}`)}</p>
        ))}
      </div>
    </Note>
  );
}
