/** The forms before anybody typed into them. */
import type { BodyOf } from "../../../src/cases/case-fact.ts";
import { noTime } from "../../../src/cases/typed-time.ts";

export const emptyConsent: BodyOf<"consent"> = { kind: "consent", who: "", given: noTime, scopes: [] };
