/**
 * What the tool says of two terms, and why, as lines of text.
 */
import { fieldText } from "../../contract/field-text.ts";
import type { RelationEdge } from "../../contract/graph-document.ts";
import type { ExplainedPair } from "../../query/explain-pair.ts";
import { type GraphIndex, nodeAt, numberOf } from "../../query/graph-index.ts";
import { nameOf } from "./printed.ts";

const SHOWN_PAPERS = 5;

export function pairLines(index: GraphIndex, { a, b, edges, papers }: ExplainedPair): string[] {
  const [one, other] = [a, b].map((number) => nameOf(nodeAt(index, number)));
  return [
    `${one} — ${other}   ${count(papers, "paper")} with both`,
    "",
    ...(edges.length === 0 ? ["no paper states anything of the two, and they do not stand together often"] : []),
    ...edges.flatMap((edge) => edgeLines(index, edge)),
  ];
}

function edgeLines(index: GraphIndex, edge: RelationEdge): string[] {
  const { source, target, kind, npmi, stated, confidence, first_seen: first } = edge;
  const name = (id: string) => nameOf(nodeAt(index, numberOf(index, id) ?? -1));
  if (kind === "cooccurs") return [`they stand together in ${count(edge.papers, "paper")}, npmi ${npmi}`];
  const said =
    stated === undefined
      ? "by their names, or by what other papers list"
      : `stated by ${count(stated, "paper")}, confidence ${confidence ?? 0}${first === undefined ? "" : `, first on ${first}`}`;
  return [
    `${name(source)} ${kind.replaceAll("_", " ")} ${name(target)}   ${said}`,
    ...(edge.contradicted ? ["    other papers say the reverse"] : []),
    ...(stated === undefined ? [] : edge.evidence.slice(0, SHOWN_PAPERS).flatMap((place) => placeLines(index, place))),
  ];
}

function placeLines(index: GraphIndex, place: RelationEdge["evidence"][number]): string[] {
  const paper = index.document.papers[numberOf(index, place.paper) ?? -1];
  if (paper === undefined || place.field === undefined || place.sentence === undefined) return [];
  const text = fieldText(paper, place.field).slice(...place.sentence);
  const why = [`confidence ${place.confidence ?? 0}`, ...(place.cue === undefined ? [] : [`read at “${place.cue}”`])];
  return [`    ${nameOf(paper)}  [${place.field}, ${why.join(", ")}]`, `        “${text.replace(/\s+/g, " ").trim()}”`];
}

function count(n: number, word: string): string {
  return `${n} ${n === 1 ? word : `${word}s`}`;
}
