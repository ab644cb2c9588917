/**
 * VOSviewer's JSON map file: items with place, cluster, weights and scores; links with a strength.
 *
 * Clusters count from 1. Several edges of one pair become one link, as the format has no kinds: strengths add up.
 */
import type { GraphDocument } from "../contract/graph-document.ts";
import { roundTo } from "../lib/order.ts";
import { flatEdges, flatNodes } from "./flat-graph.ts";
import type { OutputFormat } from "./format.ts";

function* writeVosviewer(document: GraphDocument): Generator<string> {
  yield '{"network":{"items":[';
  let first = true;
  for (const { id, attributes } of flatNodes(document)) {
    const { label, kind, type, community, x, y, papers, count, confidence, date, url } = attributes;
    const item = {
      id,
      label,
      description: `${String(type)}${date === undefined ? "" : `, ${String(date)}`}`,
      ...(url !== undefined && { url }),
      x,
      y,
      cluster: Number(community) + 1,
      weights: { Documents: kind === "paper" ? 1 : (papers ?? 0), Occurrences: kind === "paper" ? 1 : (count ?? 0) },
      scores: { Confidence: confidence },
    };
    yield `${first ? "\n" : ",\n"}${JSON.stringify(item)}`;
    first = false;
  }
  yield '\n],"links":[';
  first = true;
  for (const { source, target, strength } of joinPairs(document)) {
    yield `${first ? "\n" : ",\n"}${JSON.stringify({ source_id: source, target_id: target, strength })}`;
    first = false;
  }
  const clusters = document.communities
    .filter(({ parent }) => parent === undefined)
    .map(({ id, label }) => ({ cluster: id + 1, label }));
  yield `\n],"clusters":${JSON.stringify(clusters)}}}\n`;
}

/** One link a pair, in the order of its first edge. */
export function joinPairs(document: GraphDocument): { source: string; target: string; strength: number }[] {
  const pairs = new Map<string, { source: string; target: string; strength: number }>();
  for (const { source, target, attributes } of flatEdges(document)) {
    const weight = Number(attributes["weight"] ?? 0);
    const known = pairs.get(`${source} ${target}`);
    if (known) known.strength = roundTo(known.strength + weight, 6);
    else pairs.set(`${source} ${target}`, { source, target, strength: weight });
  }
  return [...pairs.values()];
}

export const VOSVIEWER_FORMAT: OutputFormat = {
  id: "vosviewer",
  title: "VOSviewer",
  purpose: "VOSviewer and VOSviewer Online",
  isBuilt: false,
  files: [{ name: "vosviewer.json", mediaType: "application/json", write: writeVosviewer }],
};
