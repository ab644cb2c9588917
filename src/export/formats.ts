/**
 * The formats a document can be written in: what `build` and `export` choose from. A new one is a file beside this one
 * and a line here. Nothing of it needs more than a browser has.
 */
import type { GraphDocument } from "../contract/graph-document.ts";
import { JSON_FORMAT } from "./json.ts";
import { CSV_FORMAT } from "./csv.ts";
import { type Files, type OutputFormat, writeFormat } from "./format.ts";
import { GEXF_FORMAT } from "./gexf.ts";
import { GRAPHML_FORMAT } from "./graphml.ts";
import { HTML_FORMAT } from "./map.ts";
import { NEO4J_FORMAT } from "./neo4j.ts";
import { PAJEK_FORMAT } from "./pajek.ts";
import { VOSVIEWER_FORMAT } from "./vosviewer.ts";

/** In the order in which a build writes them. */
export const FORMATS: readonly OutputFormat[] = [
  JSON_FORMAT,
  GRAPHML_FORMAT,
  GEXF_FORMAT,
  CSV_FORMAT,
  HTML_FORMAT,
  VOSVIEWER_FORMAT,
  NEO4J_FORMAT,
  PAJEK_FORMAT,
];

/** What a build writes beside its formats: records of the build itself, which no document can give again. */
export const BUILD_RECORDS = [
  {
    name: "ledger.tsv",
    mediaType: "text/tab-separated-values",
    purpose: "every merge, drop and type the tool decided, and by which rule",
  },
  {
    name: "run.json",
    mediaType: "application/json",
    purpose: "settings, versions, counts, hashes of inputs and outputs",
  },
] as const;

/** Every file of a built folder with its media type. */
export const BUILT_FILES: readonly { readonly name: string; readonly mediaType: string }[] = [
  ...FORMATS.filter(({ isBuilt }) => isBuilt).flatMap(({ files }) => files),
  ...BUILD_RECORDS,
];

/** All files of a build but its records. `page` is the built viewer page. */
export function writeAllFormats(document: GraphDocument, page: string): Files {
  const built = FORMATS.filter(({ isBuilt }) => isBuilt);
  return Object.assign({}, ...built.map((format) => writeFormat(format, document, page))) as Files;
}

/** For help: `json, graphml, gexf …`. */
export function describeFormats(): string {
  return FORMATS.map(({ id, title }) => (id === title.toLowerCase() ? id : `${id} (${title})`)).join(", ");
}
