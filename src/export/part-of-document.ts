/**
 * A part of a document: a document of its own, for every exporter.
 */
import type { GraphDocument } from "../contract/graph-document.ts";
import type { ResultRecord, StatedPart } from "../contract/stated.ts";

/**
 * The chosen nodes with the edges between them. Node ids stay, so that the part can be laid beside the whole; how many
 * papers of the whole have a term is said as before.
 */
export function partOfDocument(document: GraphDocument, has: (node: string) => boolean): GraphDocument {
  const papers = document.papers.filter(({ node }) => has(node));
  const terms = document.terms.filter(({ node }) => has(node));
  const communities = document.communities.flatMap((community) => {
    const inside = (node: { readonly community: number; readonly topic?: number }) =>
      node.community === community.id || node.topic === community.id;
    const own = papers.filter(inside).length;
    const size = own + terms.filter(inside).length;
    if (size === 0) return [];
    const lists = {
      top_methods: community.top_methods.filter(has),
      top_concepts: community.top_concepts.filter(has),
      representative_papers: community.representative_papers.filter(has),
    };
    return [{ ...community, ...lists, size, papers: own }];
  });
  const part = ({ term, ...words }: StatedPart): StatedPart =>
    term === undefined || !has(term) ? words : { ...words, term };
  const partOf = ({ metric, on, method, baselines, ...rest }: ResultRecord): ResultRecord => ({
    ...rest,
    ...(metric && { metric: part(metric) }),
    ...(on && { on: on.map(part) }),
    ...(method && { method: part(method) }),
    ...(baselines && { baselines: baselines.map(part) }),
  });
  return {
    ...document,
    papers,
    terms,
    mentions: Array.from(document.mentions).filter((edge) => has(edge.paper) && has(edge.term)),
    relations: Array.from(document.relations)
      .filter((edge) => has(edge.source) && has(edge.target))
      .map((edge) => ({ ...edge, evidence: edge.evidence.filter(({ paper }) => has(paper)) })),
    similar: Array.from(document.similar)
      .filter((edge) => has(edge.source) && has(edge.target))
      .map((edge) => ({ ...edge, shared: edge.shared.filter(has) })),
    communities,
    ...(document.results && { results: document.results.filter(({ paper }) => has(paper)).map(partOf) }),
    ...(document.definitions && {
      definitions: document.definitions.filter(({ paper, term }) => has(paper) && has(term)),
    }),
  };
}

/** The chosen papers and every term that they mention. */
export function documentOfPapers(document: GraphDocument, hasPaper: (node: string) => boolean): GraphDocument {
  const kept = new Set<string>();
  for (const { node } of document.papers) if (hasPaper(node)) kept.add(node);
  for (const { paper, term } of document.mentions) if (hasPaper(paper)) kept.add(term);
  return partOfDocument(document, (node) => kept.has(node));
}
