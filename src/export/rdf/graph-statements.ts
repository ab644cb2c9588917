/**
 * All statements of a document, in its order.
 */
import type { NamedNode } from "n3";
import { type GraphDocument, hasDirection } from "../../contract/graph-document.ts";
import { groupBy } from "../../lib/group-by.ts";
import { mentionSentence, relationSentences } from "../evidence-text.ts";
import { uniqueNames } from "../unique-names.ts";
import {
  dateOf,
  describeCommunity,
  describeEdge,
  describeMap,
  describePaper,
  describeTerm,
  double,
  predicateOf,
  type Statement,
} from "./statements.ts";
import { named, own } from "./vocabulary.ts";

/** Numbers edges as the other formats do. */
class EdgeNames {
  private next = 0;

  take(): NamedNode {
    return own("edge", `e${this.next++}`);
  }
}

export function* graphStatements(document: GraphDocument): Generator<Statement> {
  const names = uniqueNames(document);
  const subjects = new Map([
    ...document.papers.map(({ node, id }) => [node, own("paper", id)] as const),
    ...document.terms.map(({ node }) => [node, own("term", names.get(node) ?? node)] as const),
  ]);
  const subjectOf = (node: string): NamedNode => subjects.get(node) ?? own("term", node);
  yield* describeMap(document);
  for (const paper of document.papers) yield* describePaper(subjectOf(paper.node), paper);
  for (const term of document.terms) yield* describeTerm(subjectOf(term.node), term);
  const edges = new EdgeNames();
  yield* mentionStatements(document, subjectOf, edges);
  yield* relationStatements(document, subjectOf, edges);
  yield* similarStatements(document, subjectOf, edges);
  yield* communityStatements(document, subjectOf);
}

type SubjectOf = (node: string) => NamedNode;

function* mentionStatements(document: GraphDocument, subjectOf: SubjectOf, edges: EdgeNames): Generator<Statement> {
  const papers = new Map(document.papers.map((paper) => [paper.node, paper]));
  for (const { paper, term, weight, count, role, evidence } of document.mentions) {
    const statement: Statement = [subjectOf(paper), named("schema:mentions"), subjectOf(term)];
    yield statement;
    const text = mentionSentence(papers.get(paper), evidence[0]);
    const facts = [
      ["pw:count", count],
      ["pw:role", role],
    ] as const;
    yield* describeEdge(edges.take(), statement, {
      weight,
      facts,
      quotes: text === "" ? [] : [[text, subjectOf(paper)]],
    });
  }
}

function* relationStatements(document: GraphDocument, subjectOf: SubjectOf, edges: EdgeNames): Generator<Statement> {
  const papers = new Map(document.papers.map((paper) => [paper.node, paper]));
  const isAbove = ancestry(document);
  for (const relation of document.relations) {
    const { kind, weight, papers: count, npmi, narrower } = relation;
    const isTurned = narrower === relation.target;
    const [source, target] = isTurned ? [relation.target, relation.source] : [relation.source, relation.target];
    const statement: Statement = [subjectOf(source), named(predicateOf(kind)), subjectOf(target)];
    // SKOS: what is broader, over any number of steps, is not related.
    if (hasDirection(kind) || !(isAbove(source, target) || isAbove(target, source))) yield statement;
    const quotes = relationSentences(papers, relation.evidence).map(
      ([text, paper]) => [text, subjectOf(paper)] as const,
    );
    const facts = [
      ["pw:papers", count],
      ["pw:npmi", npmi],
      ["pw:stated", relation.stated],
      ["pw:confidence", relation.confidence === undefined ? undefined : double(relation.confidence)],
      ["pw:firstSeen", dateOf(relation.first_seen)],
      ["pw:contradicted", relation.contradicted],
    ] as const;
    yield* describeEdge(edges.take(), statement, { weight, facts, quotes });
  }
}

function* similarStatements(document: GraphDocument, subjectOf: SubjectOf, edges: EdgeNames): Generator<Statement> {
  for (const { source, target, weight, shared } of document.similar) {
    const statement: Statement = [subjectOf(source), named("pw:similar"), subjectOf(target)];
    yield statement;
    const facts = shared.map((term) => ["pw:shared", subjectOf(term)] as const);
    yield* describeEdge(edges.take(), statement, { weight, facts, quotes: [] });
  }
}

function* communityStatements(document: GraphDocument, subjectOf: SubjectOf): Generator<Statement> {
  const nodes = [...document.papers, ...document.terms];
  const inCommunity = groupBy(nodes, ({ community }) => community);
  const inTopic = groupBy(nodes, ({ topic }) => topic);
  for (const community of document.communities) {
    const { id, parent } = community;
    const members = (parent === undefined ? inCommunity : inTopic).get(id) ?? [];
    yield* describeCommunity(community, {
      parent: parent === undefined ? undefined : own("community", String(parent)),
      members: members.map(({ node }) => subjectOf(node)),
    });
  }
}

/** Whether the second term is broader than the first, over any number of steps. */
function ancestry({ relations }: GraphDocument): (term: string, above: string) => boolean {
  const broader = groupBy(
    Array.from(relations).filter(({ kind }) => kind === "is_a"),
    ({ source, target, narrower }) => (narrower === target ? target : source),
  );
  return (term, above) => {
    const seen = new Set([term]);
    for (const at of seen)
      for (const { source, target } of broader.get(at) ?? []) seen.add(source === at ? target : source);
    return term !== above && seen.has(above);
  };
}
