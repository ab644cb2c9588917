/**
 * What the packed package may hold, and what may be installed with it.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every file of the package fits one of these. */
const MEANT = [
  /^(?:package\.json|README\.md|CHANGELOG\.md|LICENSE|SECURITY\.md)$/,
  /^dist\/(?!dev\/)[\w/-]+\.(?:js|d\.ts)$/,
  /^dist\/contract\/[\w-]+\.schema\.json$/,
  /^dist\/assets\/[\w.-]+$/,
  /^dist\/web\/(?:index\.html|paperweave\.html|NOTICES\.txt)$/,
  /^src\/sample\/[\w.-]+\.(?:txt|md)$/,
  /^src\/recipes\/[\w.-]+\.(?:md|sh|py)$/,
];

/** As `SECURITY.md` lists them. */
const LICENCES = [
  "MIT",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "0BSD",
  "BlueOak-1.0.0",
  "Unlicense",
  "CC0-1.0",
];

/** Files of the tarball that nobody meant to ship. */
export function strayFiles(tarball) {
  const { stdout } = spawnSync("tar", ["tf", tarball], { encoding: "utf8" });
  const files = stdout
    .split("\n")
    .filter(Boolean)
    .map((name) => name.replace(/^package\//, ""));
  if (files.length < 100) throw new Error(`the package holds ${files.length} files`);
  return files.filter((name) => !MEANT.some((pattern) => pattern.test(name)));
}

/** Packages below a `node_modules` with another licence than those, or that want to run something when installed. */
export function strayPackages(modules) {
  return packagesIn(modules).flatMap(({ name, license, scripts = {} }) => {
    const choices = String(license ?? "none")
      .replace(/[()]/g, "")
      .split(" OR ");
    const runs = ["preinstall", "install", "postinstall"].filter((script) => script in scripts);
    return [
      ...(choices.some((choice) => LICENCES.includes(choice)) ? [] : [`${name} has the licence ${license}`]),
      ...(runs.length > 0 ? [`${name} runs a script when it is installed`] : []),
    ];
  });
}

function packagesIn(modules) {
  return readdirSync(modules, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .flatMap(({ name }) => {
      const folder = join(modules, name);
      if (name.startsWith("@")) return packagesIn(folder);
      const file = join(folder, "package.json");
      if (!existsSync(file)) return [];
      const inner = join(folder, "node_modules");
      return [JSON.parse(readFileSync(file, "utf8")), ...(existsSync(inner) ? packagesIn(inner) : [])];
    });
}
