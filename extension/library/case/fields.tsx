/** The plain parts of every form here: one line, several lines, one of several, any of several. */
import { longestText } from "../../../src/cases/case-fact.ts";
import { Choice } from "../../interface/choice.tsx";

interface TextProps {
  label: string;
  hint?: string;
  name: string;
  value: string;
  onChange: (text: string) => void;
}

export function LineField({ label, hint, name, value, onChange }: TextProps) {
  return (
    <label class="field">
      <span>{label}</span>
      {hint !== undefined && <span class="small soft hint">{hint}</span>}
      <input
        type="text"
        name={name}
        maxLength={200}
        value={value}
        autocomplete="off"
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </label>
  );
}

export function WordsField({ label, hint, name, value, onChange }: TextProps) {
  return (
    <label class="field">
      <span>{label}</span>
      {hint !== undefined && <span class="small soft hint">{hint}</span>}
      <textarea
        name={name}
        rows={4}
        maxLength={longestText}
        value={value}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </label>
  );
}

interface OneOfProps<Value extends string> {
  legend: string;
  name: string;
  options: readonly Value[];
  value: Value;
  wordFor: (option: Value) => string;
  onChange: (option: Value) => void;
}

export function OneOf<Value extends string>(props: OneOfProps<Value>) {
  const { legend, name, options, value, wordFor, onChange } = props;
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div class="choices flow">
        {options.map((option) => (
          <Choice
            key={option}
            name={name}
            value={option}
            isChosen={option === value}
            onChoose={() => onChange(option)}
          >
            {wordFor(option)}
          </Choice>
        ))}
      </div>
    </fieldset>
  );
}

interface AnyOfProps<Value extends string> {
  legend: string;
  name: string;
  options: readonly Value[];
  values: readonly Value[];
  wordFor: (option: Value) => string;
  /** What an option means, below its word. */
  hintFor?: (option: Value) => string;
  onChange: (values: Value[]) => void;
}

export function AnyOf<Value extends string>(props: AnyOfProps<Value>) {
  const { legend, name, options, values, wordFor, hintFor, onChange } = props;
  const toggled = (option: Value) =>
    options.filter((one) => (one === option ? !values.includes(one) : values.includes(one)));
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div class={hintFor ? "choices" : "choices flow"}>
        {options.map((option) => (
          <label key={option} class="choice">
            <input
              type="checkbox"
              name={name}
              value={option}
              checked={values.includes(option)}
              onChange={() => onChange(toggled(option))}
            />
            <span>
              {wordFor(option)}
              {hintFor && <span class="small soft hint">{hintFor(option)}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
