/**
 * The recipes for clusters, run as they are: each gives the folder that one build gives, byte by byte.
 */
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { manyPapers } from "../many-papers.ts";
import { temporaryFolder } from "../temporary.ts";
import { type SlurmCluster, startSlurm } from "./slurm-cluster.ts";

const ROOT = join(import.meta.dirname, "../..");
const MAIN = join(ROOT, "dist/cli/main.js");
const PYTHON = "/usr/bin/python3";
const RECIPES = join(ROOT, "src/recipes");
const PIECES = "2";
const dir = temporaryFolder();
const bin = join(dir, "bin");
const path = `${bin}:${process.env["PATH"] ?? ""}`;
const env = { ...process.env, PATH: path };

interface Done {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in the folder of the test. */
async function run(command: string, args: readonly string[], input = "", more: NodeJS.ProcessEnv = env): Promise<Done> {
  const child = spawn(command, args, { cwd: dir, env: more });
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve, reject) => child.on("close", resolve).on("error", reject));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, out, err };
}

/** Name → content of every file of a map. */
const filesOf = (folder: string) =>
  Object.fromEntries(
    readdirSync(join(dir, folder))
      .sort()
      .map((name) => [name, readFileSync(join(dir, folder, name), "latin1")]),
  );

const has = (command: string, args: readonly string[], answer: RegExp): boolean => {
  const { status, stdout } = spawnSync(command, args, {
    encoding: "utf8",
    env: { ...env, PATH: `${path}:/usr/sbin:/sbin` },
  });
  return status === 0 && answer.test(stdout);
};
const HAS_PARALLEL = has("parallel", ["--version"], /GNU parallel/);
const HAS_SLURM = has("slurmctld", ["-V"], /slurm/) && has("slurmd", ["-V"], /slurm/) && has("munged", ["-V"], /munge/);
const HAS_DASK = has(PYTHON, ["-c", "import distributed; print('dask')"], /dask/);

let papers = "";
beforeAll(async () => {
  if (!existsSync(MAIN)) throw new Error("the recipes run the built command: npm run build");
  mkdirSync(bin);
  writeFileSync(join(bin, "paperweave"), `#!/bin/sh\nexec "${process.execPath}" "${MAIN}" "$@"\n`);
  chmodSync(join(bin, "paperweave"), 0o755);
  papers = await manyPapers();
  writeFileSync(join(dir, "papers.jsonl"), papers);
});

/** The arguments of a recipe that are the same for both: what is read, and how. */
const READ = ["papers.jsonl", "--no-dedupe", "--no-cache"];

describe("pieces of files that all machines see", () => {
  beforeAll(async () => {
    if (!HAS_PARALLEL && !HAS_SLURM) return;
    mkdirSync(join(dir, "alone"));
    expect(await run("paperweave", ["build", ...READ, "-o", "alone/map"])).toMatchObject({ code: 0 });
  });

  describe.skipIf(!HAS_PARALLEL)("GNU parallel (skipped when it is not installed)", () => {
    it("gives the map of one build", async () => {
      const { code, err } = await run(join(RECIPES, "parallel-pieces.sh"), [PIECES, "parallel", ...READ]);
      expect([code, code === 0 ? "" : err]).toEqual([0, ""]);
      expect(readdirSync(join(dir, "parallel/pieces")).sort()).toEqual(["1-of-2", "2-of-2"]);
      expect(filesOf("parallel/map")).toEqual(filesOf("alone/map"));
    });

    it("merges nothing when a piece fails", async () => {
      const { code } = await run(join(RECIPES, "parallel-pieces.sh"), [PIECES, "failed", "nowhere.jsonl"]);
      expect([code === 0, existsSync(join(dir, "failed/map"))]).toEqual([false, false]);
    });
  });

  describe.skipIf(!HAS_SLURM)("Slurm (skipped when slurm-wlm or munge is not installed)", () => {
    let cluster: SlurmCluster;
    beforeAll(async () => {
      cluster = await startSlurm(join(dir, "slurm-state"), path);
    });
    afterAll(async () => cluster.stop());

    const submit = async (...args: string[]): Promise<string> => {
      const { code, out, err } = await run(join(RECIPES, "slurm-pieces.sh"), args, "", cluster.env);
      expect([code, err]).toEqual([0, ""]);
      return out.trim();
    };

    it("gives the map of one build: an array job, and a merge that waits for it", async () => {
      const state = await cluster.endOf(await submit(PIECES, "slurm", ...READ));
      const logs = state === "COMPLETED" ? "" : JSON.stringify(filesOf("slurm/logs"));
      expect([state, logs]).toEqual(["COMPLETED", ""]);
      expect(filesOf("slurm/map")).toEqual(filesOf("alone/map"));
    });

    it("takes the merge off the queue when a piece fails", async () => {
      expect(await cluster.endOf(await submit(PIECES, "lost", "nowhere.jsonl"))).toBe("CANCELLED");
      expect(existsSync(join(dir, "lost/map"))).toBe(false);
    });
  });
});

describe.skipIf(!HAS_DASK)("Dask (skipped when python3-distributed is not installed)", () => {
  it("gives the map of one build of standard input", async () => {
    expect(await run("paperweave", ["build", "-", "--no-cache", "-o", "stdin"], papers)).toMatchObject({ code: 0 });
    const { code, err } = await run(PYTHON, [join(RECIPES, "dask_pieces.py"), PIECES, "dask"], papers);
    expect([code, code === 0 ? "" : err]).toEqual([0, ""]);
    expect(filesOf("dask")).toEqual(filesOf("stdin"));
  });
});
