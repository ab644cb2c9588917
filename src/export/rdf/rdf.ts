/**
 * RDF as output formats; the library is loaded when one of them is asked for.
 */
import type { OutputFormat } from "../format.ts";

export const TURTLE_FORMAT: OutputFormat = {
  id: "turtle",
  title: "Turtle",
  purpose: "triple stores and SKOS tools: terms in SKOS, papers in schema.org, evidence in PROV",
  isBuilt: false,
  files: [
    { name: "graph.ttl", mediaType: "text/turtle", load: async () => (await import("./write-rdf.ts")).writeTurtle },
  ],
};

export const NQUADS_FORMAT: OutputFormat = {
  id: "nquads",
  title: "N-Quads",
  purpose: "the same as Turtle says, a statement a line, in a graph of its own",
  isBuilt: false,
  files: [
    {
      name: "graph.nq",
      mediaType: "application/n-quads",
      load: async () => (await import("./write-rdf.ts")).writeNquads,
    },
  ],
};
