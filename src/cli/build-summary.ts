/**
 * What a build says at its end: what the map holds, and notes about weak communities.
 */
import type { GraphDocument } from "../contract/graph-document.ts";
import { countDocument } from "../record.ts";

/** The lines that end a build: what the map holds and where it is, and what to doubt. */
export function summaryLines(document: GraphDocument, mapFile: string): string[] {
  const { papers, terms, communities } = countDocument(document);
  const held = [
    countOf(papers, "paper", "papers"),
    countOf(terms, "term", "terms"),
    countOf(communities, "community", "communities"),
  ];
  const { warning } = document.quality;
  return [
    `${held.join(", ")} → ${mapFile}`,
    ...limitNote(document),
    ...(warning ? [`note: ${warning}`] : weakNote(document)),
  ];
}

/** What was left out of a large graph, and how to have more of it. */
function limitNote({ limits }: GraphDocument): string[] {
  if (!limits) return [];
  const { terms, edges } = limits;
  const held = [
    ...(terms === undefined ? [] : [`${terms} strongest terms (--max-terms)`]),
    ...(edges === undefined ? [] : [`strongest edges, about ${edges} (--max-edges)`]),
  ];
  return [`note: the graph is larger; the files hold its ${held.join(" and its ")}`];
}

/** One line about weak communities of the top level; the weak topics are in run.json. */
function weakNote({ communities }: GraphDocument): string[] {
  const topLevel = communities.filter(({ parent }) => parent === undefined);
  const weak = topLevel.filter((community) => community.weak).map(({ label }) => label);
  if (weak.length === 0) return [];
  const are = weak.length === 1 ? "is" : "are";
  const all = countOf(topLevel.length, "community", "communities");
  return [`note: ${weak.length} of ${all} ${are} weak, other runs would draw other borders: ${weak.join("; ")}`];
}

function countOf(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
