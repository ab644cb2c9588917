/**
 * Names that the RDF files use: SKOS for terms, schema.org for papers, PROV for evidence, and our own for what they lack.
 */
import { DataFactory, type NamedNode } from "n3";

export const PREFIXES = {
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  schema: "https://schema.org/",
  prov: "http://www.w3.org/ns/prov#",
  dcterms: "http://purl.org/dc/terms/",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  pw: "urn:paperweave:vocabulary:",
} as const;

/** A name by its prefix, as Turtle writes it: `skos:broader`. */
export function named(name: `${keyof typeof PREFIXES}:${string}`): NamedNode {
  const colon = name.indexOf(":");
  return DataFactory.namedNode(PREFIXES[name.slice(0, colon) as keyof typeof PREFIXES] + name.slice(colon + 1));
}

/** Ours: `urn:paperweave:term:graph%20neural%20network`. */
export function own(kind: "paper" | "term" | "community" | "edge" | "map", key = ""): NamedNode {
  return DataFactory.namedNode(`urn:paperweave:${kind}${key === "" ? "" : `:${encodeURIComponent(wellFormed(key))}`}`);
}

/** Part of something of ours: the second author of a paper, the first quotation of an edge. */
export function partOf({ value }: NamedNode, part: string, number: number): NamedNode {
  return DataFactory.namedNode(`${value}:${part}:${number}`);
}

/** An address of the web; what an IRI cannot hold is written in per cent. */
export function address(url: string): NamedNode {
  return DataFactory.namedNode(
    wellFormed(url).replace(/[\p{Cc}\s<>"{}|\\^`]/gu, (character) => encodeURIComponent(character)),
  );
}

/** A lone surrogate has no UTF-8: it becomes U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}
