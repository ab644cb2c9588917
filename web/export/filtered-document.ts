/**
 * The part of the document that the filters leave: a document of its own, for every exporter.
 */
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { documentOf, idOf, type MapIndex } from "../data/map-index.ts";

/** Node ids stay, so that the part can be laid beside the whole. */
export function filteredDocument(index: MapIndex, shown: Uint8Array): GraphDocument {
  const document = documentOf(index);
  const kept = new Set<string>();
  for (let node = 0; node < index.count; node++) if (shown[node]) kept.add(idOf(index, node));
  const has = (id: string) => kept.has(id);
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
  };
}
