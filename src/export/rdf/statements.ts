/**
 * The document as RDF: what is said of each paper, term, community and edge.
 *
 * Papers are schema.org articles, terms SKOS concepts, communities SKOS collections. An edge with its weight is a
 * reified statement, and its evidence a quotation (PROV) from the paper.
 */
import { DataFactory, type Literal, type NamedNode } from "n3";
import type { Community, GraphDocument, PaperNode, RelationEdge, TermNode } from "../../contract/graph-document.ts";
import { paperUrl } from "../../contract/paper-url.ts";
import { termLabel } from "../term-label.ts";
import { address, named, own, partOf, wellFormed } from "./vocabulary.ts";

/** Subject, predicate, object. */
export type Statement = readonly [NamedNode, NamedNode, NamedNode | Literal];

type Value = NamedNode | Literal | string | number | boolean | undefined;

export const MAP = own("map");

/** Statements of one subject; values that are not there are left out. */
export function* describe(
  subject: NamedNode,
  facts: readonly (readonly [predicate: Parameters<typeof named>[0], value: Value])[],
): Generator<Statement> {
  for (const [predicate, value] of facts) if (value !== undefined) yield [subject, named(predicate), objectOf(value)];
}

function objectOf(value: Exclude<Value, undefined>): NamedNode | Literal {
  if (typeof value === "object") return value;
  if (typeof value === "string") return DataFactory.literal(wellFormed(value));
  if (typeof value === "boolean") return DataFactory.literal(String(value), named("xsd:boolean"));
  return DataFactory.literal(String(value), named(Number.isInteger(value) ? "xsd:integer" : "xsd:double"));
}

/** A weight stays a double where it happens to be whole. */
export function double(value: number): Literal {
  return DataFactory.literal(String(value), named("xsd:double"));
}

/** `2024`, `2024-05` and `2024-05-06` have types of their own. */
export function dateOf(date: string | undefined): Literal | undefined {
  if (date === undefined) return undefined;
  const types = { 4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date" } as const;
  const type = types[date.length as keyof typeof types];
  return DataFactory.literal(date, named(type));
}

export function* describeMap({ generator, communities }: GraphDocument): Generator<Statement> {
  const [activity, agent] = [partOf(MAP, "build", 1), partOf(MAP, "tool", 1)];
  yield* describe(MAP, [
    ["rdf:type", named("skos:ConceptScheme")],
    ["rdf:type", named("prov:Entity")],
    ["prov:wasGeneratedBy", activity],
    ["pw:communities", communities.length],
  ]);
  yield* describe(activity, [
    ["rdf:type", named("prov:Activity")],
    ["prov:wasAssociatedWith", agent],
  ]);
  yield* describe(agent, [
    ["rdf:type", named("prov:SoftwareAgent")],
    ["schema:name", generator],
  ]);
}

export function* describePaper(subject: NamedNode, paper: PaperNode): Generator<Statement> {
  const url = paperUrl(paper);
  yield* describe(subject, [
    ["rdf:type", named("schema:ScholarlyArticle")],
    ["schema:identifier", paper.id],
    ["schema:name", paper.title || undefined],
    ["schema:abstract", paper.abstract],
    ["schema:datePublished", dateOf(paper.date)],
    ["schema:url", url === undefined ? undefined : address(url)],
    ["schema:sameAs", paper.doi === undefined ? undefined : address(paperUrl({ doi: paper.doi }) ?? "")],
    ["schema:sourceOrganization", paper.organization],
    ["schema:isPartOf", paper.venue],
    ...(paper.keywords ?? []).map((keyword) => ["schema:keywords", keyword] as const),
    ["pw:confidence", double(paper.confidence)],
  ]);
  for (const [i, name] of (paper.authors ?? []).entries()) {
    const author = partOf(subject, "author", i + 1);
    yield* describe(subject, [["schema:author", author]]);
    yield* describe(author, [
      ["rdf:type", named("schema:Person")],
      ["schema:name", name],
      ["schema:position", i + 1],
    ]);
  }
}

export function* describeTerm(subject: NamedNode, term: TermNode): Generator<Statement> {
  const others = new Set(term.aliases.map(({ text }) => text));
  others.delete(term.term);
  yield* describe(subject, [
    ["rdf:type", named("skos:Concept")],
    ["rdf:type", named(`pw:${termLabel(term.type)}`)],
    ["skos:inScheme", MAP],
    ["skos:prefLabel", english(term.term)],
    ...[...others].map((text) => ["skos:altLabel", english(text)] as const),
    ["skos:note", term.type_cue || undefined],
    ["pw:papers", term.papers],
    ["pw:count", term.count],
    ["pw:firstSeen", dateOf(term.first_seen)],
    ["pw:confidence", double(term.confidence)],
  ]);
}

function english(text: string): Literal {
  return DataFactory.literal(wellFormed(text), "en");
}

export function* describeCommunity(
  community: Community,
  { parent, members }: { readonly parent: NamedNode | undefined; readonly members: readonly NamedNode[] },
): Generator<Statement> {
  yield* describe(own("community", String(community.id)), [
    ["rdf:type", named("skos:Collection")],
    ["skos:prefLabel", english(community.label)],
    ["dcterms:description", community.description],
    ["dcterms:isPartOf", parent],
    ["pw:stability", double(community.stability)],
    ["pw:weak", community.weak],
    ...members.map((member) => ["skos:member", member] as const),
  ]);
}

type Name = Parameters<typeof named>[0];

const PREDICATES: Readonly<Partial<Record<string, Name>>> = { is_a: "skos:broader", cooccurs: "skos:related" };

/** How a relation between terms is said, from its source to its target: in SKOS where it can. */
export function predicateOf(kind: RelationEdge["kind"]): Name {
  return PREDICATES[kind] ?? `pw:${kind}`;
}

/** A statement about a statement: how strong it is, and what it rests on. */
export function* describeEdge(
  edge: NamedNode,
  [subject, predicate, object]: Statement,
  {
    weight,
    facts,
    quotes,
  }: {
    readonly weight: number;
    readonly facts: Parameters<typeof describe>[1];
    /** Sentence and the paper it stands in. */
    readonly quotes: readonly (readonly [text: string, paper: NamedNode])[];
  },
): Generator<Statement> {
  yield* describe(edge, [
    ["rdf:type", named("rdf:Statement")],
    ["rdf:subject", subject],
    ["rdf:predicate", predicate],
    ["rdf:object", object],
    ["pw:weight", double(weight)],
    ...facts,
  ]);
  for (const [i, [text, paper]] of quotes.entries()) {
    const quote = partOf(edge, "quote", i + 1);
    yield* describe(edge, [["prov:wasDerivedFrom", quote]]);
    yield* describe(quote, [
      ["rdf:type", named("prov:Entity")],
      ["prov:value", text],
      ["prov:wasQuotedFrom", paper],
    ]);
  }
}
