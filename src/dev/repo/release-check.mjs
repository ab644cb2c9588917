/**
 * `npm run release:check`: packs the package, installs the tarball in an empty folder, runs the command on the sample,
 * type-checks a program that uses the library, as NodeNext and as Bundler resolve it, runs it in plain Node, and bundles
 * one for the browser.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strayFiles, strayPackages } from "./package-contents.mjs";
import { ensureBuilt, ensureInstalled, ensureNode, ROOT } from "./setup.mjs";

/** The library as README shows it: streams in, stage by stage, questions, files out. */
const CONSUMER = `import {
  addMeasures, answerQuestion, buildGraph, DEFAULT_CONFIG, diffGraphs, extractTerms, FORMATS, type GraphDocument,
  indexGraph, joinDuplicates, loadResources, type Paper, type RawRecord, read, runPipeline, type Source, writeFormat,
} from "paperweave";
async function* lines(): AsyncGenerator<string> {
  for (const n of [1, 2]) yield JSON.stringify({ title: \`Attention \${n}\`, abstract: "We study attention for parsing." }) + "\\n";
}
const sources: Source[] = [{ file: "papers.jsonl", text: lines() }, { file: "b.csv", text: "title,abstract\\nTides,Tides rise.\\n" }];
const records: RawRecord[] = [];
for await (const step of read(sources)) if ("record" in step) records.push(step.record);
const papers: readonly Paper[] = joinDuplicates(records).value;
const resources = await loadResources();
const terms = (await extractTerms(papers, resources, DEFAULT_CONFIG.extract)).value;
const settings = { ...DEFAULT_CONFIG };
const graph = await buildGraph(papers, terms, DEFAULT_CONFIG.graph, { generator: "consumer", settings });
const document: GraphDocument = await addMeasures(graph.value);
const whole = await runPipeline([{ file: "papers.jsonl", text: lines() }], resources, DEFAULT_CONFIG, { generator: "consumer" });
if (document.papers.length !== 3 || whole.value.document.papers.length !== 2) throw new Error("papers are lost");
const answer = answerQuestion(indexGraph(document), "search", { expression: "attention" });
if (!answer.ok || answer.papers.length !== 2) throw new Error("a search finds other papers");
if (diffGraphs(whole.value.document, document).papers.added.length !== 1) throw new Error("the difference is another");
const resolution: number = DEFAULT_CONFIG.graph.resolution;
// @ts-expect-error a number is no text: types that cannot be resolved are \`any\`, and would let this pass
const wrong: string = document.communities.length;
for (const format of FORMATS.filter(({ id }) => id === "graphml"))
  for (const [name, chunks] of Object.entries(await writeFormat(format, document))) console.log(name, [...chunks].join("").length);
export { resolution, wrong };
`;

/** A page's script: all but the disk, and the models by their addresses. */
const PAGE = `import tagger from "paperweave/assets/tagger.bin?url";
import { FORMATS, openResources, runPipeline } from "paperweave";
document.title = [tagger, openResources, runPipeline, FORMATS.length].join();
`;

ensureNode();
ensureInstalled();
ensureBuilt();
const folder = mkdtempSync(join(tmpdir(), "paperweave-release-"));
try {
  step("npm", ["pack", "--silent", "--pack-destination", folder], ROOT);
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz"));
  refuse("the package holds what nobody meant to ship", strayFiles(join(folder, tarball)));
  writeFileSync(join(folder, "package.json"), '{ "name": "consumer", "private": true, "type": "module" }\n');
  step("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline", join(folder, tarball)]);
  refuse("what is installed with it", strayPackages(join(folder, "node_modules")));

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
  await bundlesForTheBrowser();
  console.error("the packed package installs, runs, type-checks, and bundles for the browser");
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function bundlesForTheBrowser() {
  console.error("— bundle a page");
  writeFileSync(join(folder, "page.js"), PAGE);
  const { build } = await import("vite");
  const input = join(folder, "page.js");
  const { output } = await build({
    root: folder,
    configFile: false,
    logLevel: "silent",
    build: { write: false, minify: false, modulePreload: false, assetsInlineLimit: 0, rolldownOptions: { input } },
  });
  const code = output.flatMap((file) => (file.type === "chunk" ? [file.code] : []));
  if (code.some((text) => /__vite-browser-external|from\s*["']node:/.test(text))) fail("the bundle wants Node");
  if (!output.some(({ fileName }) => fileName.endsWith(".bin"))) fail("the bundle has no model beside it");
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

function refuse(what, found) {
  if (found.length > 0) fail(`${what}: ${found.join(", ")}`);
}

function fail(text) {
  rmSync(folder, { recursive: true, force: true });
  console.error(text);
  process.exit(1);
}
