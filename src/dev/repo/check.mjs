/**
 * `npm run check`: every check and the tests without a browser or a cluster, side by side; all are run, and those that
 * failed are shown at the end. `check:quick`: what looks at files, for the changed ones only, and the types. `--all`, for
 * CI: every check, all tests, the packed package.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { delimiter, join } from "node:path";
import { CACHE, CHECKS, FOLDERS } from "./checks.mjs";
import { ensureInstalled, ensureNode, ensureViewer, ROOT, run } from "./setup.mjs";

const [mode] = process.argv.slice(2);

ensureNode();
ensureInstalled();
const jobs =
  mode === "--quick"
    ? quickJobs()
    : CHECKS.map(({ name, command, reads }) => ({ name, command: command(FOLDERS), reads }));
if (mode === undefined) {
  ensureViewer();
  const vitest = ["vitest", "run", "--config", "test/vitest.config.ts", "--reporter", "dot"];
  jobs.unshift({ name: "tests", command: vitest, env: { PAPERWEAVE_SUITE: "quick", TZ: "UTC" } });
}
await runSideBySide(jobs);
if (mode === "--all") {
  const repo = (script, ...args) => run(process.execPath, [join("src/dev/repo", script), ...args]);
  repo("test.mjs");
  repo("test.mjs", "shared");
  repo("release-check.mjs");
}

/** The checks for what differs from the last commit. */
function quickJobs() {
  const git = (...args) => spawnSync("git", args, { cwd: ROOT, encoding: "utf8" }).stdout.split("\n").filter(Boolean);
  const changed = [...git("diff", "--name-only", "HEAD"), ...git("ls-files", "--others", "--exclude-standard")].filter(
    (file) => FOLDERS.some((folder) => file.startsWith(`${folder}/`)) && existsSync(join(ROOT, file)),
  );
  return CHECKS.filter(({ slow }) => !slow).flatMap(({ name, files, command }) => {
    const paths = files ? changed.filter((file) => files.test(file)) : FOLDERS;
    return paths.length > 0 ? [{ name, command: command(paths) }] : [];
  });
}

/** Runs the jobs, as many at a time as there are cores; ends this process when one failed. */
async function runSideBySide(jobs) {
  const waiting = [...jobs];
  const failed = [];
  const lane = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      const state = job.reads && stateOf(job.reads);
      if (state !== undefined && passedState(job) === state) {
        console.error(`ok     ${job.name} (as before)`);
        continue;
      }
      const { code, output, seconds } = await runJob(job);
      console.error(`${code === 0 ? "ok    " : "FAILED"} ${job.name} (${seconds.toFixed(0)} s)`);
      if (code !== 0) failed.push({ ...job, output });
      else if (state !== undefined) keepPassed(job, state);
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), jobs.length) }, lane));
  for (const { name, output } of failed) console.error(`\n— ${name}\n${output}`);
  if (failed.length > 0) process.exit(1);
}

/** A hash of names and contents. */
function stateOf(paths) {
  const hash = createHash("sha256").update(process.version);
  const add = (path) => {
    const file = join(ROOT, path);
    if (!statSync(file).isDirectory()) hash.update(path).update(readFileSync(file));
    else for (const name of readdirSync(file).sort()) add(`${path}/${name}`);
  };
  for (const path of paths) add(path);
  return hash.digest("hex");
}

function passedFile({ name }) {
  return join(ROOT, CACHE, `passed ${name}`);
}

function passedState(job) {
  return existsSync(passedFile(job)) ? readFileSync(passedFile(job), "utf8") : undefined;
}

function keepPassed(job, state) {
  mkdirSync(join(ROOT, CACHE), { recursive: true });
  writeFileSync(passedFile(job), state);
}

async function runJob({ command: [bin, ...args], env = {} }) {
  const started = Date.now();
  const path = [join(ROOT, "node_modules", ".bin"), process.env.PATH].join(delimiter);
  const child = spawn(bin, args, {
    cwd: ROOT,
    env: { ...process.env, ...env, PATH: path },
    shell: process.platform === "win32",
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
  const code = await new Promise((resolve) => {
    child.on("error", (error) => {
      output += error.message;
      resolve(1);
    });
    child.on("close", resolve);
  });
  return { code, output, seconds: (Date.now() - started) / 1000 };
}
