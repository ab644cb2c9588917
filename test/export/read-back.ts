/**
 * Reads a GraphML file with other people's readers.
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

export function hasReader(module: "networkx" | "igraph"): boolean {
  const found = spawnSync(PYTHON, ["-c", `import ${module}`]).status === 0;
  if (!found) console.log(`python3-${module} is not installed: its tests are skipped`);
  return found;
}

export function readBack(reader: "networkx" | "igraph", file: string): ReadBack {
  const result = spawnSync(PYTHON, [join(import.meta.dirname, "readers.py"), reader, file], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (result.status !== 0) throw new Error(result.stderr);
  return JSON.parse(result.stdout) as ReadBack;
}

/** What a reader must find. XML cannot carry control characters: they become U+FFFD. */
export function expectedGraph(document: GraphDocument): ReadBack {
  const clean = (attributes: Readonly<Record<string, unknown>>): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [
        name,
        typeof value === "string"
          ? value.replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (unit) => (/[\t\n\r\u007F-\u009F]/.test(unit) ? unit : "\uFFFD"))
          : value,
      ]),
    );
  return {
    nodes: Object.fromEntries([...flatNodes(document)].map(({ id, attributes }) => [id, clean(attributes)])),
    edges: Object.fromEntries(
      [...flatEdges(document)].map(({ id, source, target, attributes }) => [id, [source, target, clean(attributes)]]),
    ),
  };
}
