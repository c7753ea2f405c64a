// Makes the types of what goes in and comes out of the schemas that `tender serve` gives:
//
//     node make-types.mjs FOLDER
//
// TENDER names the program where it is not on the path.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { compile } from "json-schema-to-typescript";

const schemas = "package-strict evaluation request answer check whatif asked similar".split(" ");
const folder = process.argv[2] ?? "types";
const [program, ...words] = (process.env.TENDER ?? "tender").split(" ");
const asked = schemas.map((of, id) => JSON.stringify({ id, op: "schema", of }) + "\n");
const ran = spawnSync(program, [...words, "serve", "--stdio"], {
  input: asked.join(""),
  encoding: "utf8",
  maxBuffer: 1 << 26,
});
if (ran.status !== 0) throw ran.error ?? new Error(ran.stderr);

mkdirSync(folder, { recursive: true });
for (const line of ran.stdout.trimEnd().split("\n")) {
  const { id, result } = JSON.parse(line);
  const text = await compile(result, schemas[id], {
    additionalProperties: false,
    bannerComment: "// Made by make-types.mjs of the schemas of Tender.",
    maxItems: -1, // lists, and no tuple for each length that one may have
  });
  writeFileSync(join(folder, `${schemas[id]}.d.ts`), text);
}
