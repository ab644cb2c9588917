/**
 * The tables for people: papers, terms, communities.
 */
import { paperName } from "../../contract/paper-name.ts";
import type { Community, GraphDocument, PaperNode, TermNode } from "../../contract/graph-document.ts";
import { type Columns, joinTexts, type NamedTable, type Table, tableOf } from "./table.ts";

/** What papers and terms have in common. */
function placeColumns(document: GraphDocument): Columns<PaperNode | TermNode> {
  const labels = new Map(document.communities.map((community) => [community.id, community.label]));
  return {
    community: { type: "int", of: (node) => node.community },
    community_label: { type: "string", of: (node) => labels.get(node.community) },
    topic: { type: "int", of: (node) => node.topic },
    topic_label: { type: "string", of: (node) => (node.topic === undefined ? undefined : labels.get(node.topic)) },
    confidence: { type: "double", of: (node) => node.confidence },
    participation: { type: "double", of: (node) => node.participation },
    betweenness: { type: "double", of: (node) => node.betweenness },
    x: { type: "double", of: (node) => node.x },
    y: { type: "double", of: (node) => node.y },
  };
}

function papersTable(document: GraphDocument): Table {
  const columns: Columns<PaperNode> = {
    node: { type: "code", of: (paper) => paper.node },
    id: { type: "id", of: (paper) => paper.id },
    title: { type: "string", of: (paper) => paper.title },
    date: { type: "date", of: (paper) => paper.date },
    authors: { type: "string", of: (paper) => joinTexts(paper.authors) },
    author_count: { type: "int", of: (paper) => paper.author_count },
    organization: { type: "string", of: (paper) => paper.organization },
    venue: { type: "string", of: (paper) => paper.venue },
    doi: { type: "id", of: (paper) => paper.doi },
    arxiv_id: { type: "id", of: (paper) => paper.arxiv_id },
    url: { type: "string", of: (paper) => paper.url },
    keywords: { type: "string", of: (paper) => joinTexts(paper.keywords) },
    ...placeColumns(document),
    file: { type: "string", of: (paper) => paper.source.file },
    line: { type: "int", of: (paper) => paper.source.line },
    abstract: { type: "string", of: (paper) => paper.abstract },
  };
  return tableOf(columns, document.papers);
}

function termsTable(document: GraphDocument): Table {
  const columns: Columns<TermNode> = {
    node: { type: "code", of: (term) => term.node },
    term: { type: "string", of: (term) => term.term },
    type: { type: "code", of: (term) => term.type },
    type_cue: { type: "note", of: (term) => term.type_cue },
    papers: { type: "int", of: (term) => term.papers },
    count: { type: "int", of: (term) => term.count },
    ...placeColumns(document),
    first_seen: { type: "date", of: (term) => term.first_seen },
    rise: { type: "double", of: (term) => term.rise },
    burst: { type: "date", of: (term) => term.burst?.period },
    burst_z: { type: "double", of: (term) => term.burst?.z },
    aliases: { type: "string", of: (term) => joinTexts(term.aliases.map(({ text }) => text)) },
  };
  return tableOf(columns, document.terms);
}

function communitiesTable(document: GraphDocument): Table {
  const names = new Map<string, string>([
    ...document.terms.map((t) => [t.node, t.term] as const),
    ...document.papers.map((p) => [p.node, paperName(p)] as const),
  ]);
  const list = (nodes: readonly string[]) => joinTexts(nodes.map((node) => names.get(node) ?? node));
  const columns: Columns<Community> = {
    id: { type: "int", of: (community) => community.id },
    label: { type: "string", of: (community) => community.label },
    parent: { type: "int", of: (community) => community.parent },
    size: { type: "int", of: (community) => community.size },
    papers: { type: "int", of: (community) => community.papers },
    stability: { type: "double", of: (community) => community.stability },
    weak: { type: "boolean", of: (community) => community.weak ?? false },
    color: { type: "code", of: (community) => community.color },
    top_methods: { type: "string", of: (community) => list(community.top_methods) },
    top_concepts: { type: "string", of: (community) => list(community.top_concepts) },
    representative_papers: { type: "string", of: (community) => list(community.representative_papers) },
    description: { type: "note", of: (community) => community.description },
  };
  return tableOf(columns, document.communities);
}

export const PAPERS: NamedTable = { name: "papers", of: papersTable };
export const TERMS: NamedTable = { name: "terms", of: termsTable };
export const COMMUNITIES: NamedTable = { name: "communities", of: communitiesTable };
