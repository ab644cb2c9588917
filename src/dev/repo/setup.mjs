/**
 * What a fresh clone lacks, and how to get it. Plain JavaScript on Node alone: it runs before anything is installed.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundledNotices } from "./notices.mjs";

export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** Runs a command in the project's folder with its output shown; ends this process when it fails. */
export function run(command, args, env = {}) {
  const result = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ["inherit", 2, 2],
    env: { ...process.env, ...env },
    shell: process.platform === "win32",
  });
  if (result.status !== 0) {
    console.error(`${command} ${args.join(" ")} failed${result.error ? `: ${result.error.message}` : ""}`);
    process.exit(result.status || 1);
  }
}

/** A tool of the project's own dependencies. */
export function runBin(name, args) {
  run(join(ROOT, "node_modules", ".bin", name), args);
}

export function ensureNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Node ${process.versions.node} is too old: Paperweave needs 20.19 or later (https://nodejs.org)`);
  process.exit(2);
}

export function ensureInstalled() {
  const installed = join(ROOT, "node_modules", ".package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(ROOT, "package-lock.json")).mtimeMs) return;
  console.error("installing dependencies …");
  run("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
}

/** Compiles sources, copies the model, builds the viewer into one page. */
export function build() {
  rmSync(join(ROOT, "dist"), { recursive: true, force: true });
  runBin("tsc", ["-p", "tsconfig.build.json"]);
  cpSync(join(ROOT, "src/assets"), join(ROOT, "dist/assets"), { recursive: true });
  const schema = "contract/graph-document.schema.json";
  cpSync(join(ROOT, "src", schema), join(ROOT, "dist", schema));
  buildViewer();
  buildMaker();
  chmodSync(join(ROOT, "dist/cli/main.js"), 0o755);
  writeFileSync(join(ROOT, "dist/.built"), "");
}

function buildViewer() {
  runBin("vite", ["build", "--config", "web/vite.config.ts", "--logLevel", "warn"]);
  writeFileSync(join(ROOT, "dist/web/NOTICES.txt"), bundledNotices(join(ROOT, "node_modules")));
}

/** The page that makes maps, which holds the viewer's page. */
function buildMaker() {
  runBin("vite", ["build", "--config", "web/maker/vite.config.ts", "--logLevel", "warn"]);
}

/** What the compiled package is made from; `src/dev` is no part of it. */
const COMPILED = ["package.json", "tsconfig.json", "tsconfig.build.json"].concat(
  readdirSync(join(ROOT, "src"))
    .filter((name) => name !== "dev")
    .map((name) => join("src", name)),
);

export function ensureBuilt() {
  if (isNewer("dist/.built", [...COMPILED, "web"])) return;
  console.error("building …");
  build();
}

/** The viewer's page alone: all that tests from the sources need of a build. */
export function ensureViewer() {
  if (isNewer("dist/web/index.html", [...COMPILED, "web"])) return;
  console.error("building the viewer …");
  buildViewer();
}

function isNewer(made, sources) {
  const file = join(ROOT, made);
  return existsSync(file) && statSync(file).mtimeMs > Math.max(...sources.map((path) => newest(join(ROOT, path))));
}

function newest(path) {
  const info = statSync(path);
  if (!info.isDirectory()) return info.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Any of these will do; a GitHub runner has the last. */
const BROWSERS = ["chromium", "chromium-browser", "google-chrome"];

/** Debian packages that the tests use, with what shows that each is there. */
const SYSTEM = [
  { name: "chromium", present: () => Boolean(process.env.CHROMIUM) || BROWSERS.some(onPath) },
  { name: "python3-networkx", present: () => pythonHas("networkx") },
  { name: "python3-igraph", present: () => pythonHas("igraph") },
  { name: "python3-pandas", present: () => pythonHas("pandas") },
  { name: "python3-rdflib", present: () => pythonHas("rdflib") },
  { name: "r-cran-igraph", present: () => existsSync("/usr/lib/R/site-library/igraph") },
  { name: "bibutils", present: () => onPath("bib2xml") },
  { name: "libxml2-utils", present: () => onPath("xmllint") },
  { name: "jing", present: () => onPath("jing") },
  // moreutils has another command of this name.
  { name: "parallel", present: () => says("parallel", "GNU parallel") },
  { name: "slurm-wlm", present: () => ["sbatch", "slurmctld", "slurmd"].every(onPath) },
  { name: "munge", present: () => onPath("munged") },
  { name: "python3-distributed", present: () => pythonHas("distributed") },
];

/** Installs them where it may (root on a Debian-like machine), else says what is missing; the tests then skip. */
export function ensureSystemPackages() {
  const missing = () => SYSTEM.filter((item) => !item.present()).map((item) => item.name);
  const wanted = missing();
  if (wanted.length === 0) return;
  if (onPath("apt-get") && process.getuid?.() === 0) {
    console.error(`installing ${wanted.join(", ")} …`);
    const quiet = {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    };
    // Another program may be installing at the moment: waited for.
    const patient = ["-o", "DPkg::Lock::Timeout=120"];
    spawnSync("apt-get", [...patient, "update", "-qq"], quiet);
    spawnSync(
      "apt-get",
      [
        ...patient,
        "install",
        "-y",
        "-qq",
        "--no-install-recommends",
        ...wanted,
        ...(wanted.includes("chromium") ? ["fonts-dejavu-core"] : []),
      ],
      quiet,
    );
  }
  const left = missing();
  if (left.length > 0)
    console.error(
      `not installed: ${left.join(", ")}. The tests that need them are skipped; on Debian or Ubuntu: sudo apt-get install ${left.join(" ")}`,
    );
}

/** On the path or where daemons lie, which is on root's path only. */
function onPath(command) {
  return [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin"].some((dir) => existsSync(join(dir, command)));
}

function says(command, words) {
  return (spawnSync(command, ["--version"], { encoding: "utf8" }).stdout ?? "").includes(words);
}

function pythonHas(module) {
  return spawnSync("/usr/bin/python3", ["-c", `import ${module}`], { stdio: "ignore" }).status === 0;
}
