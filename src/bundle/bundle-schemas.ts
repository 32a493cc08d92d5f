/** JSON Schemas of the machine-readable files, so that a lab can check them with its own tools. */
import { z } from "../base/schema.ts";
import { CustodyEntry } from "../custody/custody-entry.ts";
import { EvidenceItem } from "../evidence/evidence-item.ts";
import { bagPaths } from "./bag-layout.ts";
import { BundleRecord } from "./bundle-record.ts";

const described = [
  [bagPaths.captureSchema, "captures/*/capture.json", EvidenceItem],
  [bagPaths.recordSchema, "case.json", BundleRecord],
  [bagPaths.logSchema, "custody/log.jsonl, each line", CustodyEntry],
] as const;

/** Path and text of each schema (JSON Schema draft 2020-12). */
export function bundleSchemas(): { path: string; text: string }[] {
  return described.map(([path, title, schema]) => ({
    path,
    text: `${JSON.stringify({ title, ...z.toJSONSchema(schema) }, null, 2)}\n`,
  }));
}
