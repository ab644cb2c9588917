/**
 * Measures the communities on papers with known categories, their stability over seeds, and the map.
 *
 *   tsx src/dev/eval/eval-communities.ts [--shared ../shared] [--only arxiv-multi,ijcai-area,seeds] [--seed 1] [--seeds 10]
 *
 * Nothing is ever learned from these sets; every figure is taken at the default settings.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { GraphDocument } from "../../contract/graph-document.ts";
import type { Paper } from "../../domain/paper.ts";
import type { Extraction } from "../../domain/term.ts";
import { extractTerms } from "../../extract/extract.ts";
import { buildGraph } from "../../graph/build.ts";
import { DEFAULT_GRAPH_CONFIG } from "../../graph/config.ts";
import { layoutQuality } from "./layout-quality.ts";
import { DEFAULT_INGEST_CONFIG, ingest } from "../../ingest.ts";
import { loadResources } from "../../io/load-resources.ts";

const { values: flags } = parseArgs({
  options: {
    shared: { type: "string", default: "../shared" },
    only: { type: "string", default: "arxiv-multi,ijcai-area,seeds" },
    seed: { type: "string", default: "1" },
    seeds: { type: "string", default: "10" },
  },
});
if (!existsSync(flags.shared)) {
  console.error(`No labelled papers in ${flags.shared}: nothing to measure.`);
  process.exit(2);
}
const resources = await loadResources();
const wanted = flags.only.split(",");
if (wanted.includes("arxiv-multi")) await categories("arxiv-multi", 65, 70);
if (wanted.includes("ijcai-area")) await categories("ijcai-area", 32, 35);
if (wanted.includes("seeds")) await stability();

/** Agreement of the communities with categories given by others. */
async function categories(name: string, must: number, want: number): Promise<void> {
  const gold = join(flags.shared, "gold/external", `${name}.jsonl`);
  const papers = readFileSync(gold, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line, i): Paper => {
      const { id, title, text } = JSON.parse(line) as { id: string; title: string; text: string };
      return { id, title, abstract: text, source: { file: name, line: i + 1 } };
    });
  const { document, seconds } = await build(papers, (await extractTerms(papers, resources)).value, Number(flags.seed));
  const communities = agreement(gold, document, (paper) => paper.community);
  const topics = agreement(gold, document, (paper) => paper.topic ?? paper.community);
  console.log(
    `${name}: AMI ${communities.ami} (must ${must}, want ${want}), ${communities.communities} communities; ` +
      `topics ${topics.ami}, ${topics.communities}; graph stage ${seconds.toFixed(1)} s CPU; ${mapFigures(document)}`,
  );
}

function agreement(
  gold: string,
  document: GraphDocument,
  community: (paper: GraphDocument["papers"][number]) => number,
): { readonly ami: number; readonly communities: number } {
  const folder = mkdtempSync(join(tmpdir(), "paperweave-eval-"));
  try {
    const file = join(folder, "communities.jsonl");
    const lines = document.papers.map((paper) => JSON.stringify({ id: paper.id, community: community(paper) }));
    writeFileSync(file, lines.join("\n"));
    const output = execFileSync("python3", [join(flags.shared, "tools/eval_clusters.py"), gold, file]);
    return JSON.parse(output.toString()) as { ami: number; communities: number };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Mean pairwise adjusted Rand index of the papers' communities over builds that differ in the seed alone. */
async function stability(): Promise<void> {
  const folder = join(flags.shared, "seeds");
  const sources = readdirSync(folder)
    .sort()
    .map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }));
  const { papers } = (await ingest(sources, DEFAULT_INGEST_CONFIG)).value;
  const extraction = (await extractTerms(papers, resources)).value;
  const documents: GraphDocument[] = [];
  for (let seed = 1; seed <= Number(flags.seeds); seed++)
    documents.push((await build(papers, extraction, seed)).document);
  const partitions = documents.map((document) => document.papers.map((paper) => paper.community));
  const pairs = partitions.flatMap((a, i) => partitions.slice(0, i).map((b) => adjustedRand(a, b)));
  const mean = pairs.reduce((sum, value) => sum + value, 0) / pairs.length;
  const counts = documents.map(({ communities }) => communities.filter(({ parent }) => parent === undefined).length);
  console.log(
    `five documents: ARI over ${documents.length} seeds ${mean.toFixed(3)} (must 0.80, want 0.95), ` +
      `least ${Math.min(...pairs).toFixed(3)}; communities ${counts.join(" ")}; ${mapFigures(documents[0]!)}`,
  );
}

async function build(
  papers: readonly Paper[],
  extraction: Extraction,
  seed: number,
): Promise<{ document: GraphDocument; seconds: number }> {
  const started = process.cpuUsage();
  const options = { generator: "eval", settings: {} };
  const document = (await buildGraph(papers, extraction, { ...DEFAULT_GRAPH_CONFIG, seed }, options)).value;
  const used = process.cpuUsage(started);
  return { document, seconds: (used.user + used.system) / 1e6 };
}

function mapFigures(document: GraphDocument): string {
  const { ownNeighbors, overlaps } = layoutQuality(document);
  return `map: ${(100 * ownNeighbors).toFixed(1)} % of nearest neighbours in the own community, ${overlaps} overlaps`;
}

/** Hubert & Arabie 1985: 1 for equal partitions, 0 for what chance gives. */
function adjustedRand(a: readonly number[], b: readonly number[]): number {
  const choose2 = (count: number) => (count * (count - 1)) / 2;
  const pairsIn = (keys: readonly (string | number)[]) => {
    const counts = new Map<string | number, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [...counts.values()].reduce((sum, count) => sum + choose2(count), 0);
  };
  const both = pairsIn(a.map((value, i) => `${value},${b[i]}`));
  const expected = (pairsIn(a) * pairsIn(b)) / choose2(a.length);
  return (both - expected) / ((pairsIn(a) + pairsIn(b)) / 2 - expected);
}
