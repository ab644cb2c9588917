/**
 * Pajek: the network with labels and places, and its communities as a partition.
 *
 * Pajek's places are 0…1 with y downwards, its labels unique: networkx takes them as ids.
 */
import type { GraphDocument } from "../contract/graph-document.ts";
import { roundTo } from "../lib/order.ts";
import { joinPairs } from "./pairs.ts";
import type { OutputFormat } from "./format.ts";
import { uniqueNames } from "./unique-names.ts";

/** Pajek reads lines: neither quotes nor line breaks can stand in a label, and it breaks a label at `\n`. */
function plainLabel(label: string): string {
  const plain = label
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replaceAll('"', "'")
    .replaceAll("\\", "/")
    .trim();
  return plain === "" ? "?" : plain;
}

/** Free on each side of the drawing. */
const MARGIN = 0.05;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Fits all places into the unit square, both axes by one factor. */
function toUnitSquare(nodes: readonly Place[]): (place: Place) => Place {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of nodes) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [low, high] = [Math.min(low, y), Math.max(high, y)];
  }
  const extent = Math.max(right - left, high - low);
  const scale = extent > 0 ? (1 - 2 * MARGIN) / extent : 0;
  const [midX, midY] = [(left + right) / 2, (low + high) / 2];
  return ({ x, y }) => ({ x: roundTo(0.5 + scale * (x - midX), 6), y: roundTo(0.5 - scale * (y - midY), 6) });
}

function* writePajekNetwork(document: GraphDocument): Generator<string> {
  const nodes = [...document.papers, ...document.terms];
  const names = uniqueNames(document, plainLabel);
  const place = toUnitSquare(nodes);
  const numbers = new Map<string, number>();
  yield `*Vertices ${nodes.length}\n`;
  for (const node of nodes) {
    numbers.set(node.node, numbers.size + 1);
    const { x, y } = place(node);
    yield `${numbers.size} "${names.get(node.node) ?? node.node}" ${x} ${y} 0.5\n`;
  }
  yield "*Edges\n";
  for (const { source, target, strength } of joinPairs(document)) {
    yield `${numbers.get(source) ?? 0} ${numbers.get(target) ?? 0} ${strength}\n`;
  }
}

function* writePajekPartition(document: GraphDocument): Generator<string> {
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
