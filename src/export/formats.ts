/**
 * The formats a document can be written in, by name: what `build` and `export` choose from.
 */
import { type GraphDocument, writeGraphJson } from "../contract/graph-document.ts";
import { writeCommunitiesCsv, writeEdgesCsv, writePapersCsv, writeTermsCsv } from "./csv.ts";
import { writeGexf } from "./gexf.ts";
import { writeGraphml } from "./graphml.ts";
import { writeNeo4jNodes, writeNeo4jRelationships } from "./neo4j.ts";
import { writePajekNetwork, writePajekPartition } from "./pajek.ts";
import { writeVosviewer } from "./vosviewer.ts";
import { writeMap } from "./map.ts";

/** Output file name → its chunks. */
export type Files = Readonly<Record<string, Iterable<string>>>;
export type FormatWriter = (document: GraphDocument, template: string) => Files;

export const FORMATS: Readonly<Record<string, FormatWriter>> = {
  json: (document) => ({ "graph.json": writeGraphJson(document) }),
  graphml: (document) => ({ "graph.graphml": writeGraphml(document) }),
  gexf: (document) => ({ "graph.gexf": writeGexf(document) }),
  csv: (document) => ({
    "papers.csv": writePapersCsv(document),
    "terms.csv": writeTermsCsv(document),
    "edges.csv": writeEdgesCsv(document),
    "communities.csv": writeCommunitiesCsv(document),
  }),
  vosviewer: (document) => ({ "vosviewer.json": writeVosviewer(document) }),
  neo4j: (document) => ({
    "neo4j-nodes.csv": writeNeo4jNodes(document),
    "neo4j-relationships.csv": writeNeo4jRelationships(document),
  }),
  pajek: (document) => ({ "graph.net": writePajekNetwork(document), "graph.clu": writePajekPartition(document) }),
  html: (document, template) => ({ "map.html": writeMap(template, document) }),
};

/** What `build` writes by itself; the others are for `export`. */
const BUILT = ["json", "graphml", "gexf", "csv", "html"] as const;

/** All files of a build but run.json. `template` is the built viewer page. */
export function writeAllFormats(document: GraphDocument, template: string): Files {
  return Object.fromEntries(BUILT.flatMap((name) => Object.entries(FORMATS[name]?.(document, template) ?? {})));
}
