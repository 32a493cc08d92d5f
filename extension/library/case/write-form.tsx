/** The form that belongs to what is being written down. */
import { aboutOf } from "../../../src/evidence/case-file.ts";
import { useWords } from "../../interface/words.ts";
import type { LibraryContents } from "../library-contents.ts";
import { ActionForm } from "./action-form.tsx";
import { ConsentFields } from "./consent-fields.tsx";
import type { WrittenBody } from "./empty-body.ts";
import { IncidentForm } from "./incident-form.tsx";
import { PaymentForm } from "./payment-form.tsx";
import { SubmissionForm } from "./submission-form.tsx";
import { TagFields } from "./tag-fields.tsx";
import { TypedTimeFields } from "./typed-time-fields.tsx";
import { UrlStatusForm } from "./url-status-form.tsx";

interface WriteFormProps {
  contents: LibraryContents;
  body: WrittenBody;
  onChange: (body: WrittenBody) => void;
  onTrouble: (trouble: string | null) => void;
}

export function WriteForm({ contents, body, onChange, onTrouble }: WriteFormProps) {
  const { t } = useWords();
  switch (body.kind) {
    case "incident":
      return <IncidentForm value={body} onChange={onChange} />;
    case "payment":
      return <PaymentForm value={body} onChange={onChange} onTrouble={onTrouble} />;
    case "action":
      return <ActionForm value={body} onChange={onChange} />;
    case "submission":
      return <SubmissionForm value={body} onChange={onChange} />;
    case "url-status":
      return <UrlStatusForm value={body} onChange={onChange} />;
    case "tags":
      return <TagFields value={body.tags} onChange={(tags) => onChange({ ...body, tags })} />;
    case "consent": {
      const isAdult = aboutOf(contents.facts.answers) === "adult";
      return <ConsentFields value={body} onChange={onChange} mayHavePictures={isAdult} />;
    }
    case "known":
      return (
        <TypedTimeFields
          legend={t("known.when")}
          name="known"
          value={body.known}
          onChange={(known) => onChange({ ...body, known })}
        />
      );
  }
}
