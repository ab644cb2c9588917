import { Parser, type Quad, type Term } from "n3";
import { describe, expect, it } from "vitest";
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { flatEdges } from "../../src/export/flat-graph.ts";
import { graphStatements } from "../../src/export/rdf/graph-statements.ts";
import { PREFIXES } from "../../src/export/rdf/vocabulary.ts";
import { HOSTILE } from "../documents/hostile.ts";
import { TINY } from "../documents/tiny.ts";
import { temporaryFolder } from "../temporary.ts";
import { hasReader, readWith } from "./read-back.ts";
import { writeInto, writtenText } from "./written.ts";

const folder = temporaryFolder();

type Written = readonly unknown[];

function written(term: Term): Written {
  if (term.termType !== "Literal") return ["iri", term.value];
  const isPlain = term.datatype.value === `${PREFIXES.xsd}string` || term.language !== "";
  return ["literal", term.value, isPlain ? "" : term.datatype.value, term.language];
}

const inOrder = (lines: readonly unknown[]): string[] => [...new Set(lines.map((line) => JSON.stringify(line)))].sort();

function expected(document: GraphDocument, graph: string): string[] {
  return inOrder(
    Array.from(graphStatements(document), ([subject, predicate, object]) => [
      written(subject),
      written(predicate),
      written(object),
      graph,
    ]),
  );
}

describe.skipIf(!hasReader("rdflib")).each([
  ["one of everything", TINY],
  ["hostile texts", HOSTILE],
])("rdflib reads every statement: %s", (name, document) => {
  it("of Turtle", async () => {
    const file = (await writeInto(`${folder}/${name}`, "turtle", document))("graph.ttl");
    expect(inOrder(readWith("rdflib", file) as unknown[])).toEqual(expected(document, ""));
  });

  it("of N-Quads, in the graph of the map", async () => {
    const file = (await writeInto(`${folder}/${name}`, "nquads", document))("graph.nq");
    expect(inOrder(readWith("rdflib", file) as unknown[])).toEqual(expected(document, "urn:paperweave:map"));
  });
});

describe("what is said", () => {
  const facts = async (): Promise<string[]> => {
    const quads: Quad[] = new Parser().parse(await writtenText("turtle", "graph.ttl", TINY));
    const short = ({ value }: Term): string =>
      Object.entries(PREFIXES).reduce((text, [prefix, iri]) => text.replace(iri, `${prefix}:`), value);
    return quads.map(({ subject, predicate, object }) => [subject, predicate, object].map(short).join(" | "));
  };

  it("terms are SKOS concepts with labels and broader terms", async () => {
    expect(await facts()).toEqual(
      expect.arrayContaining([
        "urn:paperweave:term:graph%20weaving | rdf:type | skos:Concept",
        "urn:paperweave:term:graph%20weaving | rdf:type | pw:Method",
        "urn:paperweave:term:graph%20weaving | skos:prefLabel | graph weaving",
        "urn:paperweave:term:graph%20weaving | skos:altLabel | GW",
        "urn:paperweave:term:graph%20weaving | skos:broader | urn:paperweave:term:weaving",
      ]),
    );
  });

  it("nothing is related to what is broader (SKOS), though the edge and its weight are there", async () => {
    const all = await facts();
    expect(all.filter((fact) => fact.includes("| skos:related |"))).toEqual([]);
    expect(all.filter((fact) => fact.endsWith("| rdf:predicate | skos:related"))).toHaveLength(1);
  });

  it("papers are articles that mention terms, and evidence is quoted from them", async () => {
    expect(await facts()).toEqual(
      expect.arrayContaining([
        "urn:paperweave:paper:10.1%2Fa%26b | rdf:type | schema:ScholarlyArticle",
        "urn:paperweave:paper:10.1%2Fa%26b | schema:datePublished | 2024-05-06",
        "urn:paperweave:paper:10.1%2Fa%26b | schema:mentions | urn:paperweave:term:weaving",
        "urn:paperweave:edge:e0 | pw:role | proposes",
        "urn:paperweave:edge:e0 | prov:wasDerivedFrom | urn:paperweave:edge:e0:quote:1",
        "urn:paperweave:edge:e0:quote:1 | prov:wasQuotedFrom | urn:paperweave:paper:10.1%2Fa%26b",
        'urn:paperweave:edge:e0:quote:1 | prov:value | We weave <b>papers</b> & terms with "graph weaving" (GW).',
      ]),
    );
  });

  it("every edge is there with its weight, under the number it has elsewhere", async () => {
    const weights = (await facts()).filter((fact) => fact.includes("| pw:weight |"));
    expect(weights).toEqual(
      [...flatEdges(TINY)].map(
        ({ id, attributes }) => `urn:paperweave:edge:${id} | pw:weight | ${attributes["weight"]}`,
      ),
    );
  });

  it("addresses are IRIs of the web", async () => {
    const quads = new Parser().parse(await writtenText("turtle", "graph.ttl", HOSTILE));
    const urls = quads
      .filter(({ predicate }) => predicate.value === `${PREFIXES.schema}url`)
      .map(({ object }) => object.value);
    expect(urls.length).toBeGreaterThan(5);
    expect(urls.filter((url) => !/^https?:\/\/[^\s<>"{}|\\^`]+$/.test(url))).toEqual([]);
  });
});
