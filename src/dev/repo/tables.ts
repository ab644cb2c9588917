/**
 * `npm run tables`: writes the tables of the README files again, from the lists in the code.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cutTable, DOC_TABLES } from "./doc-tables.ts";

const ROOT = join(import.meta.dirname, "../../..");

for (const table of DOC_TABLES) {
  for (const name of table.pages) {
    const file = join(ROOT, name);
    const cut = cutTable(readFileSync(file, "utf8"), table);
    if (!cut) throw new Error(`${name} has no place for the table "${table.name}"`);
    writeFileSync(file, cut.before + table.text + cut.after);
  }
}
