/** Writing something down, or changing what was written: one form, one button, and the way back. */
import { useState } from "preact/hooks";
import { Note } from "../../interface/note.tsx";
import { ScreenHeading } from "../../interface/screen-heading.tsx";
import { useWords, type Words } from "../../interface/words.ts";
import type { LibraryContents } from "../library-contents.ts";
import type { WriteView } from "../library-view.ts";
import type { Library } from "../use-library.ts";
import type { WrittenBody } from "./empty-body.ts";
import { WriteForm } from "./write-form.tsx";

interface WriteScreenProps {
  library: Library;
  contents: LibraryContents;
  view: WriteView;
}

export function WriteScreen({ library, contents, view }: WriteScreenProps) {
  const { t } = useWords();
  const [body, setBody] = useState<WrittenBody>(view.body);
  const [trouble, setTrouble] = useState<string | null>(null);
  const back = () => library.show(view.back);
  const write = (written: WrittenBody | { kind: "withdrawn"; because: string }) => {
    void library.record(written, view.replaces).then((isWritten) => {
      if (isWritten) back();
    });
  };
  return (
    <form class="stack form" onSubmit={(event) => event.preventDefault()} onInput={library.markUnsaved}>
      <div>
        <ScreenHeading text={titleOf(t, body)} />
        <p class="soft">{hintFor(t, contents, view)}</p>
      </div>
      <WriteForm contents={contents} body={body} onChange={setBody} onTrouble={setTrouble} />
      {trouble !== null && (
        <div role="alert">
          <Note tone="look" icon="info">
            <p>{trouble}</p>
          </Note>
        </div>
      )}
      <div class="actions">
        <button
          type="button"
          class="btn main"
          data-action="write"
          aria-disabled={trouble !== null}
          onClick={() => trouble === null && write(body)}
        >
          {t("write.save")}
        </button>
        <button type="button" class="btn text" data-action="write-back" onClick={back}>
          {t("write.back")}
        </button>
        {view.replaces !== null && (
          <button
            type="button"
            class="btn text"
            data-action="withdraw"
            onClick={() => write({ kind: "withdrawn", because: "" })}
          >
            {t("told.withdraw")}
          </button>
        )}
      </div>
    </form>
  );
}

function titleOf(t: Words["t"], body: WrittenBody): string {
  if (body.kind === "tags" && body.itemId !== null) return t("tags.of-item");
  return t(`write.title.${body.kind}`);
}

function hintFor(t: Words["t"], { facts }: LibraryContents, { body, replaces }: WriteView): string {
  if (body.kind === "consent") return t("consent.later");
  if (body.kind === "known")
    return t(facts.answers.operator === "teacher" ? "known.hint-teacher" : "known.hint");
  return t(replaces === null ? "write.hint" : "write.hint-change");
}
