/** `npm run assemble`: writes the programs for vectors anew from their texts. A test holds that they are of these texts. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import openWabt from "wabt";

const folder = new URL("../src/capture/png/vectors/", import.meta.url);

export interface ProgramText {
  /** Of its files, without their ending. */
  file: string;
  constant: string;
}

export const programs: readonly ProgramText[] = [
  { file: "picture-rows", constant: "pictureRows" },
  { file: "inflate-block", constant: "inflateBlock" },
];

/** In base64. @throws Error that names the line, where the text is no program */
export async function assemble({ file }: ProgramText): Promise<string> {
  const wabt = await openWabt();
  const program = wabt.parseWat(`${file}.wat`, readFileSync(new URL(`${file}.wat`, folder), "utf8"));
  try {
    program.resolveNames();
    program.validate();
    return Buffer.from(program.toBinary({}).buffer).toString("base64");
  } finally {
    program.destroy();
  }
}

export async function run(): Promise<number> {
  for (const program of programs) {
    const lines = (await assemble(program)).match(/.{1,100}/g) ?? [];
    const text = lines.map((line) => `  "${line}"`).join(" +\n");
    const path = fileURLToPath(new URL(`${program.file}.ts`, folder));
    writeFileSync(
      path,
      `/** Assembled from ${program.file}.wat by \`npm run assemble\`; a test compares. */\nexport const ${program.constant} =\n${text};\n`,
    );
    console.log(path);
  }
  return 0;
}
