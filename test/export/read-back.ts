/**
 * Reads exported files with other people's readers.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { flatEdges, flatNodes } from "../../src/export/flat-graph.ts";

export interface ReadBack {
  readonly nodes: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly edges: Readonly<Record<string, readonly [string, string, Readonly<Record<string, unknown>>]>>;
}

/** Debian's own Python: the one its packages install readers for. */
const PYTHON = "/usr/bin/python3";

export function hasReader(module: "networkx" | "igraph" | "rdflib" | "pandas" | "csv"): boolean {
  const found = spawnSync(PYTHON, ["-c", `import ${module}`]).status === 0;
  if (!found) console.log(`python3-${module} is not installed: its tests are skipped`);
  return found;
}

export function hasTool(command: string): boolean {
  const found = spawnSync(command, ["--version"]).error === undefined;
  if (!found) console.log(`${command} is not installed: its tests are skipped`);
  return found;
}

/** What one of the readers of `readers.py` makes of a file. */
export function readWith(reader: string, file: string): unknown {
  const result = spawnSync(PYTHON, [join(import.meta.dirname, "readers.py"), reader, file], {
    encoding: "utf8",
    maxBuffer: 1 << 29,
  });
  if (result.status !== 0) throw new Error(result.stderr);
  return JSON.parse(result.stdout) as unknown;
}

/** The ends of an edge stand by their numbers: readers of undirected graphs turn them as they like. */
export function readBack(reader: "networkx-graphml" | "igraph-graphml" | "networkx-gexf", file: string): ReadBack {
  const { nodes, edges } = readWith(reader, file) as ReadBack;
  return {
    nodes,
    edges: Object.fromEntries(
      Object.entries(edges).map(([id, [source, target, attributes]]) => [id, [...inOrder(source, target), attributes]]),
    ),
  };
}

function inOrder(source: string, target: string): [string, string] {
  const isTurned = source[0] === target[0] && Number(source.slice(1)) > Number(target.slice(1));
  return isTurned ? [target, source] : [source, target];
}

/** XML cannot carry control characters: they become U+FFFD. */
export function cleanForXml(text: string): string {
  return text.replace(/[\p{Cc}\p{Surrogate}\uFFFE\uFFFF]/gu, (unit) =>
    /[\t\n\r\u007F-\u009F]/.test(unit) ? unit : "\uFFFD",
  );
}

/** What a reader of a graph must find. */
export function expectedGraph(document: GraphDocument): ReadBack {
  const clean = (attributes: Readonly<Record<string, unknown>>): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [name, typeof value === "string" ? cleanForXml(value) : value]),
    );
  return {
    nodes: Object.fromEntries([...flatNodes(document)].map(({ id, attributes }) => [id, clean(attributes)])),
    edges: Object.fromEntries(
      [...flatEdges(document)].map(({ id, source, target, attributes }) => [
        id,
        [...inOrder(source, target), clean(attributes)],
      ]),
    ),
  };
}
