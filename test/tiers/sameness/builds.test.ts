/**
 * One hash an output, whatever builds it: order of the files, threads, locale, time zone, version of Node, compiler of V8.
 *
 * Runs in the long tier only: CI compares two builds that differ in all of these but the last in `test/cli/cli.test.ts`.
 * `PAPERWEAVE_NODES` names other Nodes to take, by path, between commas.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { RunRecord } from "../../../src/contract/run-record.ts";
import { partRandom, shuffle } from "../../../src/lib/random.ts";
import { SAMPLE_FILES, SAMPLE_FOLDER } from "../../sample.ts";
import { temporaryFolder } from "../../temporary.ts";
import { MAIN, start } from "../processes.ts";
import { LONG, openTally, times } from "../tally.ts";

const root = temporaryFolder();
const tally = openTally("builds");
const NODES = [process.execPath, ...(process.env["PAPERWEAVE_NODES"]?.split(",") ?? [])];
const LOCALES = ["C", "C.UTF-8", "en_US.UTF-8", "sv_SE.UTF-8", "tr_TR.UTF-8", "de_DE.UTF-8", "ja_JP.UTF-8"];
const ZONES = ["UTC", "Asia/Kathmandu", "Pacific/Kiritimati", "America/St_Johns", "Antarctica/Troll"];
const FLAGS = [[], [], [], ["--jitless"], ["--always-turbofan"], ["--no-opt"], ["--max-semi-space-size=1"]];
const PAPERS_A_FILE = 6;
const FILES = 4;

/** A few papers a file, so that a build takes seconds. */
function papersOf(lines: readonly string[]): string[] {
  return Array.from({ length: FILES }, (_, i) => {
    const file = join(root, `papers-${i}.jsonl`);
    writeFileSync(file, lines.slice(i * PAPERS_A_FILE, (i + 1) * PAPERS_A_FILE).join("\n"));
    return file;
  });
}

test.skipIf(!LONG)(
  "builds over orders, threads, locales, time zones, Nodes and compilers",
  async () => {
    const pages = SAMPLE_FILES.map((file) => join(SAMPLE_FOLDER, file));
    const imported = await start(process.execPath, [MAIN, "import", ...pages]);
    const files = papersOf(imported.out.trim().split("\n"));
    const hashes = new Map<string, Set<string>>();
    for (let i = 0; i < times(0, 500); i++) {
      const random = partRandom(16, i);
      const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
      const [node, flags, zone, locale] = [pick(NODES), pick(FLAGS), pick(ZONES), pick(LOCALES)];
      const order = shuffle([...files], random);
      const out = join(root, `out-${i}`);
      mkdirSync(out);
      const args = [...flags, MAIN, "build", ...order, "-o", out, "--workers", pick(["1", "2", "3", "4"])];
      const { code, err } = await start(node, args, { env: { LC_ALL: locale, LANG: locale, TZ: zone } });
      const what = `Node ${NODES.indexOf(node)} ${flags.join(" ")} ${zone} ${locale}`;
      let fault = code === 0 ? undefined : `${what}: exit ${code ?? "by a signal"}: ${err.slice(0, 300)}`;
      if (code === 0) {
        const { outputs } = JSON.parse(readFileSync(join(out, "run.json"), "utf8")) as RunRecord;
        for (const [name, { sha256 }] of Object.entries(outputs)) {
          const known = hashes.get(name) ?? new Set();
          hashes.set(name, known.add(sha256));
          if (known.size > 1) fault = `${name} differs: ${what}`;
        }
      }
      rmSync(out, { recursive: true });
      tally.add(`${flags[0] ?? "as it is"}, Node ${NODES.indexOf(node)}`, fault);
    }
    tally.expectSurvived();
    expect(hashes.size).toBeGreaterThan(10);
    expect([...hashes.values()].every(({ size }) => size === 1)).toBe(true);
  },
  36_000_000,
);
