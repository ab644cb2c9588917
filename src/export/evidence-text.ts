/**
 * The sentences that stand behind an edge, as text.
 */
import { fieldText } from "../contract/field-text.ts";
import type { Evidence, PaperNode, RelationEvidence } from "../contract/graph-document.ts";

/** The sentence a mention stands in; empty if there is none. */
export function mentionSentence(paper: PaperNode | undefined, evidence: Evidence | undefined): string {
  return paper && evidence ? sliceField(paper, evidence.field, evidence.sentence) : "";
}

/** At most two sentences: where no sentence has both terms, the evidence is one of each. */
export function relationSentence(
  papers: ReadonlyMap<string, PaperNode>,
  evidence: readonly RelationEvidence[],
): string {
  let first = "";
  for (const { paper: node, field, sentence } of evidence) {
    const paper = papers.get(node);
    if (!paper || !field || !sentence) continue;
    const text = sliceField(paper, field, sentence);
    if (text === "" || text === first) continue;
    if (first !== "") return `${first} … ${text}`;
    first = text;
  }
  return first;
}

/** Every sentence of the evidence with the node of its paper, none twice. */
export function relationSentences(
  papers: ReadonlyMap<string, PaperNode>,
  evidence: readonly RelationEvidence[],
): [text: string, paper: string][] {
  const found = new Map<string, [string, string]>();
  for (const { paper: node, field, sentence } of evidence) {
    const paper = papers.get(node);
    const text = paper && field && sentence ? sliceField(paper, field, sentence) : "";
    if (text !== "") found.set(`${node} ${text}`, [text, node]);
  }
  return [...found.values()];
}

function sliceField(paper: PaperNode, field: "title" | "abstract", [start, end]: readonly [number, number]): string {
  return fieldText(paper, field).slice(start, end).trim();
}
