/**
 * The commands and programs that the pages show are run, as they stand there, in folders with papers and maps of the sample.
 *
 * Whatever a page shows is run, or stands in `NOT_RUN` with the reason.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { COMMANDS } from "../src/cli/commands.ts";
import { OPTIONS } from "../src/cli/options.ts";
import { hasReader } from "./export/read-back.ts";
import { blocksOf, PAGES, ROOT, spansOf } from "./pages.ts";
import { SAMPLE_FOLDER, sampleFolder } from "./sample.ts";
import { temporaryFolder } from "./temporary.ts";

const SETS_UP = "sets up a clone: .ci/run does it on a bare machine";
const CHECKS = "one of the checks themselves: they run in `npm run check` and in .ci/run";
const WRITES = "writes into the sources: its result is compared by a test of its own";
const OPENS = "opens a browser and stays: test/cli/rebuild.test.ts and test/web/served.test.ts serve a map";
const ASKS = "goes to the network: test/cli/fetch.test.ts and test/cli/watch.test.ts ask a service of their own";
const MEASURES = "takes labelled data, or minutes";

/** Beginnings of commands that are not run here. The longest that fits holds. */
const NOT_RUN: Readonly<Record<string, string>> = {
  "git clone": SETS_UP,
  "npm ci": SETS_UP,
  "npm link": SETS_UP,
  "npx paperweave": "the installed command: npm run release:check runs it",
  "paperweave fetch": ASKS,
  "paperweave build papers.jsonl": ASKS,
  "paperweave watch": ASKS,
  "npm start": OPENS,
  "npm run dev": OPENS,
  "npm run build": "run before the tests: what they start from",
  "npm run test:": "slices of the tiers stand among the tests, the long runs take hours",
  "paperweave view": OPENS,
  "npm test": CHECKS,
  "npm run check": CHECKS,
  "npm run unused": CHECKS,
  "npm run docs": CHECKS,
  "npm run release:check": CHECKS,
  ".ci/run": CHECKS,
  "npm run golden:update": WRITES,
  "npm run tables": WRITES,
  "npm run schema": WRITES,
  "npm run bench": MEASURES,
  "npm run eval": MEASURES,
};

/** Lines of the sample that the folder of papers holds: a dozen papers are built in a second. */
const LINES = 130;

const PAGE = "daily-papers-a.txt";
const work = temporaryFolder();
/** Where what reads papers is run: its outputs are not what the questions are asked of. */
const fresh = join(work, "fresh");
const bin = join(work, "bin");

/** What the pages speak of: papers, built maps, and `paperweave` on the path. */
beforeAll(() => {
  mkdirSync(join(fresh, "papers"), { recursive: true });
  const text = readFileSync(join(SAMPLE_FOLDER, PAGE), "utf8").split("\n").slice(0, LINES).join("\n");
  writeFileSync(join(fresh, "papers", PAGE), text);
  for (const map of ["my-map", "old-map", "new-map"]) cpSync(sampleFolder(), join(work, map), { recursive: true });
  mkdirSync(bin);
  const main = join(ROOT, "src/cli/main.ts");
  const tsx = import.meta.resolve("tsx");
  writeFileSync(join(bin, "paperweave"), `#!/bin/sh\nexec "${process.execPath}" --import "${tsx}" "${main}" "$@"\n`);
  chmodSync(join(bin, "paperweave"), 0o755);
});

/** Runs it. What it prints to both streams, when it ends well. */
function run(cwd: string, command: string, ...args: readonly string[]): string {
  const env = { ...process.env, PATH: [bin, process.env["PATH"]].join(delimiter) };
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, env, encoding: "utf8" });
  expect([status, status === 0 ? "" : `${stderr}${error?.message ?? ""}`]).toEqual([0, ""]);
  return stdout + stderr;
}

const isCommand = (code: string): boolean => /^(git|npm|npx|paperweave|\.ci\/run)\b(?!-)/.test(code);
const shown = PAGES.flatMap((page) => [
  ...blocksOf(page).flatMap(({ language, lines }) => (language === "sh" ? lines : [])),
  ...spansOf(page).filter(isCommand),
]);
const reasonFor = (command: string): string | undefined =>
  Object.entries(NOT_RUN)
    .sort(([a], [b]) => b.length - a.length)
    .find(([beginning]) => command.startsWith(beginning))?.[1];
/** `paperweave export` in a sentence: the command by its name, without what it needs to run. */
const namedOnly = shown.filter((code) => /^paperweave( \w+)?$/.test(code));
const toRun = [...new Set(shown)].filter((code) => !namedOnly.includes(code) && reasonFor(code) === undefined);

describe("commands in the pages", () => {
  it("are found", () => {
    expect(toRun.length).toBeGreaterThanOrEqual(11);
    expect(shown.filter((code) => !isCommand(code))).toEqual([]);
  });

  it("are named as they are called", () => {
    const names = namedOnly.flatMap((code) => code.split(" ").slice(1));
    expect(names.filter((name) => !COMMANDS.some((command) => command.name === name))).toEqual([]);
  });

  it("have options that there are", () => {
    const named = PAGES.flatMap((page) => [...shown, ...spansOf(page)]).flatMap((code) =>
      /^(paperweave|--)/.test(code) ? (code.match(/(?<=^|\s)--[a-z][a-z-]*/g) ?? []) : [],
    );
    const known = ["--help", ...Object.values(OPTIONS).map(({ flag }) => /--[a-z-]+/.exec(flag)![0])];
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((flag) => !known.includes(flag))).toEqual([]);
  });

  it("are all shown that are not run, and for a reason that is still needed", () => {
    const unneeded = Object.keys(NOT_RUN).filter((beginning) => !shown.some((code) => code.startsWith(beginning)));
    expect(unneeded).toEqual([]);
  });

  it.each(toRun)(
    "%s",
    (code) => {
      const cwd = code.includes("papers/") ? fresh : work;
      const printed = run(cwd, "sh", "-c", code);
      const file = (/^paperweave export .* -o (\S+)$/.exec(code) ?? / > (\S+)/.exec(code))?.[1];
      if (file === undefined) expect(printed).not.toBe("");
      else expect(existsSync(join(cwd, file))).toBe(true);
    },
    60_000,
  );
});

const hasIgraphForR = spawnSync("Rscript", ["-e", "library(igraph)"]).status === 0;

describe("programs in README.md", () => {
  const block = (language: string): string => {
    const found = blocksOf("README.md").filter((one) => one.language === language);
    expect(found).toHaveLength(1);
    return found[0]!.lines.join("\n");
  };

  it.skipIf(!hasReader("networkx"))("Python", () => {
    run(work, "/usr/bin/python3", "-c", `${block("python")}\nassert len(methods) > 20, methods`);
  });

  it.skipIf(!hasIgraphForR)("R", () => {
    run(work, "Rscript", "-e", block("r"));
  });

  it("TypeScript", () => {
    const library = join(ROOT, "src/index.ts");
    const text = `import { readFileSync } from "node:fs";\nconst text = readFileSync("papers/${PAGE}", "utf8");\n`;
    writeFileSync(join(fresh, "program.mts"), text + block("ts").replace('"paperweave"', JSON.stringify(library)));
    expect(run(fresh, process.execPath, "--import", import.meta.resolve("tsx"), "program.mts")).toMatch(/^\[\s+'.+'/);
  });

  it("have a language that is run", () => {
    const languages = PAGES.flatMap(blocksOf).map(({ language }) => language);
    expect([...new Set(languages)].sort()).toEqual(["", "python", "r", "sh", "ts"]);
  });
});

describe("programs in src/recipes/programs.md", () => {
  const blocks = (language: string) =>
    blocksOf("src/recipes/programs.md").flatMap((one) => (one.language === language ? [one.lines.join("\n")] : []));

  describe.each(["networkx", "igraph", "pandas", "rdflib"] as const)("Python: %s", (module) => {
    it.skipIf(!hasReader(module))("prints an answer", () => {
      const found = blocks("python").filter((text) => text.includes(`import ${module}`));
      expect(found).toHaveLength(1);
      expect(run(work, "/usr/bin/python3", "-W", "ignore", "-c", found[0]!)).not.toBe("");
    });
  });

  it("Python: all are run", () => {
    expect(blocks("python")).toHaveLength(4);
  });

  it.skipIf(!hasIgraphForR)("R: every program prints an answer", () => {
    expect(blocks("r")).toHaveLength(2);
    for (const text of blocks("r")) expect(run(work, "Rscript", "-e", text)).not.toBe("");
  });
});
