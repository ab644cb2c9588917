/**
 * `npm run release:check`: packs the package, installs the tarball in an empty folder, runs the command on the sample,
 * and type-checks a program that uses the library, as NodeNext and as Bundler resolve it.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt, ensureInstalled, ensureNode, ROOT } from "./setup.mjs";

const CONSUMER = `import { DEFAULT_CONFIG, type GraphDocument, loadResources, runPipeline, FORMATS, writeFormat } from "paperweave";
const sources = [{ file: "papers.jsonl", text: JSON.stringify({ title: "Attention", abstract: "We study attention." }) }];
const built = await runPipeline(sources, await loadResources(), DEFAULT_CONFIG, { generator: "consumer" });
const document: GraphDocument = built.value.document;
const resolution: number = DEFAULT_CONFIG.graph.resolution;
// @ts-expect-error a number is no text: types that cannot be resolved are \`any\`, and would let this pass
const wrong: string = document.communities.length;
for (const format of FORMATS.filter(({ id }) => id === "graphml"))
  for (const [name, chunks] of Object.entries(writeFormat(format, document))) console.log(name, [...chunks].join("").length);
export { resolution, wrong };
`;

ensureNode();
ensureInstalled();
ensureBuilt();
const folder = mkdtempSync(join(tmpdir(), "paperweave-release-"));
try {
  step("npm", ["pack", "--silent", "--pack-destination", folder], ROOT);
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz"));
  writeFileSync(join(folder, "package.json"), '{ "name": "consumer", "private": true, "type": "module" }\n');
  step("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline", join(folder, tarball)]);

  const bin = join(folder, "node_modules", ".bin", "paperweave");
  const sample = join(folder, "node_modules", "paperweave", "src", "sample");
  step(bin, ["build", sample, "-o", "map", "--json"]);
  step(bin, ["query", "map", "gaps", "--json"]);
  for (const file of ["graph.json", "graph.graphml", "map.html", "run.json"])
    if (!existsSync(join(folder, "map", file))) fail(`the installed command wrote no ${file}`);

  writeFileSync(join(folder, "consumer.ts"), CONSUMER);
  // The types of Node itself, which a consumer brings along.
  symlinkSync(join(ROOT, "node_modules", "@types"), join(folder, "node_modules", "@types"));
  const tsc = join(ROOT, "node_modules", ".bin", "tsc");
  for (const resolution of ["NodeNext", "Bundler"]) {
    const module = resolution === "Bundler" ? "ESNext" : resolution;
    const settings = ["--module", module, "--moduleResolution", resolution, "--target", "ES2022", "--types", "node"];
    // The library's own types are checked too: no --skipLibCheck.
    step(tsc, [...settings, "--strict", "--outDir", resolution, "consumer.ts"]);
    step(process.execPath, [join(resolution, "consumer.js")]);
  }
  console.error("the packed package installs, runs and type-checks");
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function step(command, args, cwd = folder) {
  console.error(`— ${[command, ...args].join(" ").replaceAll(folder, "…").replaceAll(ROOT, "")}`);
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) fail(`${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}`);
}

function fail(text) {
  rmSync(folder, { recursive: true, force: true });
  console.error(text);
  process.exit(1);
}
