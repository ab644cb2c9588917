/**
 * `npm run test:faults`, `test:hostile`, `test:fuzz`, `test:sameness`: one tier in full, its table of figures on the screen and in
 * `test/tiers/figures`, with the commit and the machine. CI runs a slice of each among the other tests.
 *
 *     node src/dev/repo/tier.mjs TIER [vitest arguments]
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt, ensureInstalled, ensureNode, ensureSystemPackages, ROOT } from "./setup.mjs";

const [tier = "", ...more] = process.argv.slice(2);
ensureNode();
ensureInstalled();
ensureSystemPackages();
ensureBuilt();
const scratch = mkdtempSync(join(tmpdir(), "paperweave-tier-"));
const kept = join(scratch, "figures");
const env = { ...process.env, PAPERWEAVE_SUITE: "own", PAPERWEAVE_TIER: "long", PAPERWEAVE_FIGURES: kept, TZ: "UTC" };
const args = [
  "node_modules/vitest/vitest.mjs",
  "run",
  "--config",
  "test/vitest.config.ts",
  `test/tiers/${tier}`,
  ...more,
];
const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: "inherit", env });
const rows = existsSync(kept)
  ? readFileSync(kept, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
  : [];
rmSync(scratch, { recursive: true, force: true });
console.log(table(rows));
// Part of a tier is no record of it.
if (more.length === 0 && rows.length > 0) writeFileSync(join(ROOT, "test/tiers/figures", `${tier}.md`), page(rows));
process.exitCode = status ?? 1;

function table(rows) {
  const cells = rows.map(({ file, what, tried, survived, note = "" }) => [file, what, tried, survived, note]);
  const lines = [["part", "what", "tried", "survived", ""], ["---", "---", "---:", "---:", "---"], ...cells];
  return lines.map((line) => `| ${line.map((cell) => String(cell).replaceAll("|", "\\|")).join(" | ")} |`).join("\n");
}

function page(rows) {
  const git = (...words) => spawnSync("git", words, { cwd: ROOT, encoding: "utf8" }).stdout.trim();
  const changed =
    git("status", "--porcelain", "--", "src", "web") === "" ? "" : " with changes that were not committed yet";
  const sum = (name) => rows.reduce((total, row) => total + row[name], 0);
  return `# The last full run of \`npm run test:${tier}\`

Made by the run itself, on commit ${git("rev-parse", "--short", "HEAD")}${changed}; ${availableParallelism()} cores, Node ${process.version}.
${sum("tried")} tried, ${sum("survived")} survived${status === 0 ? "" : "; the run itself ended with a failure"}.

${table(rows)}
`;
}
