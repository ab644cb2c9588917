/**
 * Gives every file below a folder to the built command, each by itself, and prints what came of it as a table.
 *
 * `tsx src/dev/eval/import-files.ts FOLDER > table.tsv`; ends with 1 when a file crashes, hangs or is refused without
 * file and line.
 */
import { readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import process from "node:process";
import { importAlone, type ImportOutcome, isFault } from "./import-alone.ts";

function filesBelow(dir: string): string[] {
  return readdirSync(dir)
    .sort()
    .map((name) => join(dir, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]));
}

const [folder = ""] = process.argv.slice(2);
const outcomes: ImportOutcome[] = [];
process.stdout.write("file\texit\tms\tpapers\terrors\twarnings\tsaid\n");
for (const file of filesBelow(folder)) {
  const outcome = importAlone(file);
  outcomes.push(outcome);
  const { code, ms, papers, errors, warnings, said } = outcome;
  const cells = [relative(folder, file), code ?? "killed", ms, papers, errors, warnings, said.replace(/\s+/g, " ")];
  process.stdout.write(`${cells.join("\t")}\n`);
}
const faults = outcomes.filter(isFault);
const count = (wanted: number): number => outcomes.filter(({ code }) => code === wanted).length;
const slowest = outcomes.reduce((most, { ms }) => Math.max(most, ms), 0);
process.stderr.write(
  `${outcomes.length} files: ${count(0)} read, ${count(2)} refused with a place, ${faults.length} faults; slowest ${slowest} ms\n`,
);
for (const { file, said } of faults) process.stderr.write(`${file}: ${said.slice(0, 300)}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;
