/** Which values of form fields may be kept: never what is hidden, a password, a one-time code or a card's number. */

const shownTypes =
  /^(?:text|search|tel|url|email|number|date|time|datetime-local|month|week|range|color|checkbox|radio|button|submit|reset|file|image)$/;

const writtenTypes = /^(?:text|search|tel|url|email|number|date|time|datetime-local|month|week|range)$/;

const secretPurpose = /password|one-time-code|^cc-|webauthn/;
const secretName =
  /pass(?:word|wd|code|phrase)|pwd|otp|totp|one.?time|2fa|mfa|pin\b|csrf|xsrf|token|secret|auth|session|credential|card.?(?:number|no)|cvc|cvv|captcha/i;

export type Attributes = readonly (readonly [name: string, value: string])[];

export function attribute(attributes: Attributes, name: string): string {
  return attributes.find(([own]) => own === name)?.[1] ?? "";
}

/** `text` for types nobody knows, as browsers do; null where the field itself is left out. */
export function inputType(attributes: Attributes): string | null {
  const type = attribute(attributes, "type").trim().toLowerCase();
  if (type === "hidden") return null;
  if (type === "password") return "password";
  return shownTypes.test(type) ? type : "text";
}

/** Whether what was typed or chosen in this field may be written down. */
export function mayKeepValue(name: string, attributes: Attributes): boolean {
  if (name === "input" && !writtenTypes.test(inputType(attributes) ?? "hidden")) return false;
  const purposes = attribute(attributes, "autocomplete").toLowerCase().split(/\s+/);
  if (purposes.some((purpose) => secretPurpose.test(purpose))) return false;
  return !["name", "id", "aria-label", "placeholder"].some((own) =>
    secretName.test(attribute(attributes, own)),
  );
}
