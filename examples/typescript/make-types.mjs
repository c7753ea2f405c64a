// Makes the types of what goes in and comes out of the schemas that `tender serve` gives:
//
//     node make-types.mjs FOLDER
//
// TENDER names the program where it is not on the path.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { compile } from "json-schema-to-typescript";

const folder = process.argv[2] ?? "types";
const [program, ...words] = (process.env.TENDER ?? "tender").split(" ");
const ran = spawnSync(program, [...words, "serve", "--stdio"], {
  input: JSON.stringify({ id: 1, op: "schema", of: "all" }) + "\n",
  encoding: "utf8",
  maxBuffer: 1 << 26,
});
if (ran.status !== 0) throw ran.error ?? new Error(ran.stderr);

mkdirSync(folder, { recursive: true });
const text = await compile(JSON.parse(ran.stdout).result, "tender", {
  additionalProperties: false,
  bannerComment: "// Made by make-types.mjs of the schemas of Tender.",
  maxItems: -1, // lists, and no tuple for each length that one may have
});
writeFileSync(join(folder, "tender.d.ts"), text);
