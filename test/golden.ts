/**
 * Golden texts: readable, few, reviewed by diff. A mismatch writes `<name>.actual` beside the golden file;
 * `npm run golden:update` accepts what is new after it has been read.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";

const FOLDER = join(import.meta.dirname, "golden");

export function expectGolden(name: string, actual: string): void {
  const file = join(FOLDER, name);
  if (process.env["PAPERWEAVE_GOLDEN"] === "update") writeFileSync(file, actual);
  const golden = existsSync(file) ? readFileSync(file, "utf8") : "";
  if (golden === actual) rmSync(`${file}.actual`, { force: true });
  else writeFileSync(`${file}.actual`, actual);
  const [before, after] = [new Set(golden.split("\n")), new Set(actual.split("\n"))];
  const gone = [...before].filter((line) => !after.has(line));
  const come = [...after].filter((line) => !before.has(line));
  expect(
    golden === actual,
    `${name}: +${come.length} −${gone.length} lines against test/golden/${name}; read ${name}.actual, then npm run golden:update\n` +
      [...gone.slice(0, 10).map((line) => `- ${line}`), ...come.slice(0, 10).map((line) => `+ ${line}`)].join("\n"),
  ).toBe(true);
}
