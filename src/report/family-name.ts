/** 「王○○」: names as school reports write them, and items in which no whole name of a poster stands any more. */
import type { EvidenceItem } from "../evidence/evidence-item.ts";
import { type Field, fieldNames } from "../platforms/field.ts";

/** Family names of two characters; all others have one. */
const doubleFamilyNames = /^(?:歐陽|司馬|上官|諸葛|司徒|夏侯|張簡|范姜|東方|皇甫|尉遲|公孫|令狐|軒轅)/;
const circles = "○○";

/** The family name, or the first character of what is no such name, and two circles. */
export function familyNameOnly(name: string): string {
  const trimmed = name.trim();
  const family = doubleFamilyNames.exec(trimmed)?.[0] ?? Array.from(trimmed)[0] ?? "";
  return family + circles;
}

/** For reports alone: what was kept stays what it is. Handles and numbers stay, they are what the report asks for. */
export function withoutWholeNames(item: EvidenceItem): EvidenceItem {
  return withoutPosterName(withoutFileNames(item));
}

/** Names of files, and where they are from in a person's words, often name somebody: only the kind of file stays. */
function withoutFileNames(item: EvidenceItem): EvidenceItem {
  if (item.format !== "keepleaf-item-2" || !item.imported) return item;
  const ending = (name: string) => `….${/\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1] ?? "?"}`;
  const files = item.imported.files.map((file) => ({
    ...file,
    calledThere: ending(file.calledThere),
    within: file.within && { ...file.within, calledThere: ending(file.within.calledThere) },
  }));
  return {
    ...item,
    address: { ...item.address, title: "" },
    imported: { ...item.imported, source: "", files },
  };
}

function withoutPosterName(item: EvidenceItem): EvidenceItem {
  const { posterName } = item.fields;
  const names = [posterName.value, ...posterName.candidates.flatMap(({ value, raw }) => [value, raw])];
  const whole = [...new Set(names)].filter((name) => name !== null && Array.from(name.trim()).length > 1);
  if (whole.length === 0) return item;
  const short = (text: string) =>
    whole.reduce<string>((shown, name) => shown.replaceAll(name ?? "", familyNameOnly(name ?? "")), text);
  const fields: EvidenceItem["fields"] = { ...item.fields };
  for (const name of fieldNames) {
    const field = fields[name];
    if (field) fields[name] = shortField(field, short);
  }
  return { ...item, fields, address: { ...item.address, title: short(item.address.title) } };
}

function shortField(field: Field, short: (text: string) => string): Field {
  return {
    ...field,
    value: field.value === null ? null : short(field.value),
    candidates: field.candidates.map((candidate) => ({
      ...candidate,
      value: short(candidate.value),
      raw: short(candidate.raw),
    })),
  };
}
