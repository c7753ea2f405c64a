// Evaluates packages and tells what is missing: node build/main.js PACKAGE...
import { readFileSync } from "node:fs";

import { Door, Refused } from "./door.js";
import type { Package } from "../types/tender.js";

const door = new Door();
for (const path of process.argv.slice(2)) {
  // Amounts are texts in these files. One that has them as numbers is sent as it was read, for
  // JSON.parse puts them through binary fractions.
  const given = JSON.parse(readFileSync(path, "utf8")) as Package;
  try {
    const found = await door.ask("evaluate", { package: given });
    const result = found.winner || found.shortlist.join(", ") || found.result || "no result yet";
    console.log(`${path}: ${found.state}, ${result}, ${found.root}`);
    for (const item of found.awaiting) console.log(`  ${item.stage}: ${item.needs}`);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    console.log(`${path}: ${error.message}`);
    for (const fault of error.error.diagnostics ?? []) {
      console.log(`  ${fault.line}:${fault.column} ${fault.code} ${fault.message}`);
    }
  }
}
door.close();
