/**
 * Pajek: the network with labels and places, and its communities as a partition.
 */
import type { GraphDocument } from "../contract/graph-document.ts";
import { flatNodes } from "./flat-graph.ts";
import { joinPairs } from "./vosviewer.ts";
import type { OutputFormat } from "./format.ts";

/** Pajek reads lines: quotes and line breaks cannot stand in a label. */
function quote(label: string): string {
  return `"${label.replace(/\s+/g, " ").replaceAll('"', "'")}"`;
}

export function* writePajekNetwork(document: GraphDocument): Generator<string> {
  const numbers = new Map<string, number>();
  const nodes = [...flatNodes(document)];
  yield `*Vertices ${nodes.length}\n`;
  for (const { id, attributes } of nodes) {
    numbers.set(id, numbers.size + 1);
    const { label, x, y } = attributes;
    yield `${numbers.size} ${quote(String(label))} ${String(x)} ${String(y)} 0\n`;
  }
  yield "*Edges\n";
  for (const { source, target, strength } of joinPairs(document)) {
    yield `${numbers.get(source) ?? 0} ${numbers.get(target) ?? 0} ${strength}\n`;
  }
}

export function* writePajekPartition(document: GraphDocument): Generator<string> {
  const nodes = [...document.papers, ...document.terms];
  yield `*Vertices ${nodes.length}\n`;
  for (const { community } of nodes) yield `${community + 1}\n`;
}

export const PAJEK_FORMAT: OutputFormat = {
  id: "pajek",
  title: "Pajek",
  purpose: "Pajek: the network and its partition into communities",
  isBuilt: false,
  files: [
    { name: "graph.net", mediaType: "text/plain", write: writePajekNetwork },
    { name: "graph.clu", mediaType: "text/plain", write: writePajekPartition },
  ],
};
