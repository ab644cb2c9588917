/**
 * The formats a document can be written in: what `build` and `export` choose from. A new one is a file beside this one
 * and a line here. Nothing of it needs more than a browser has.
 */
import type { GraphDocument } from "../contract/graph-document.ts";
import { JSON_FORMAT } from "./json.ts";
import { CSV_FORMAT, RAW_CSV } from "./csv.ts";
import { type BuiltFormat, type Files, type OutputFormat, writeBuiltFormat } from "./format.ts";
import { GEXF_FORMAT } from "./gexf.ts";
import { GRAPHML_FORMAT } from "./graphml.ts";
import { HTML_FORMAT } from "./map.ts";
import { NEO4J_FORMAT } from "./neo4j/neo4j.ts";
import { PAJEK_FORMAT } from "./pajek.ts";
import { NQUADS_FORMAT, TURTLE_FORMAT } from "./rdf/rdf.ts";
import { BIBTEX_FORMAT } from "./references/bibtex.ts";
import { RIS_FORMAT } from "./references/ris.ts";
import { PARQUET_FORMAT } from "./tables/parquet.ts";
import { VOSVIEWER_FORMAT } from "./vosviewer/vosviewer.ts";

/** In the order in which a build writes them. */
const BUILT_FORMATS: readonly BuiltFormat[] = [JSON_FORMAT, GRAPHML_FORMAT, GEXF_FORMAT, CSV_FORMAT, HTML_FORMAT];

export const FORMATS: readonly OutputFormat[] = [
  ...BUILT_FORMATS,
  VOSVIEWER_FORMAT,
  NEO4J_FORMAT,
  PAJEK_FORMAT,
  PARQUET_FORMAT,
  TURTLE_FORMAT,
  NQUADS_FORMAT,
  BIBTEX_FORMAT,
  RIS_FORMAT,
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
  ...BUILT_FORMATS.flatMap(({ files }) => files),
  ...BUILD_RECORDS,
];

/** Files of a folder with a map, what people write there included: no inputs of the next map. */
export const OUTPUT_NAMES: ReadonlySet<string> = new Set([...BUILT_FILES.map(({ name }) => name), "decisions.tsv"]);

/**
 * All files of a build but its records.
 *
 * @param page the built viewer page.
 * @param options `rawCsv`: the flavour `raw` of CSV instead of the guarded one.
 */
export function writeAllFormats(
  document: GraphDocument,
  page: string,
  options: { readonly rawCsv?: boolean } = {},
): Files {
  const { rawCsv = false } = options;
  const formats = BUILT_FORMATS.map((format) => (rawCsv && format === CSV_FORMAT ? RAW_CSV : format));
  return Object.assign({}, ...formats.map((format) => writeBuiltFormat(format, document, page))) as Files;
}

/** For help: `json, graphml, gexf …`. */
export function describeFormats(): string {
  return FORMATS.map(({ id, title }) => (id === title.toLowerCase() ? id : `${id} (${title})`)).join(", ");
}

/** For help: `yed (graphml), 1.2 (gexf) …`. */
export function describeFlavours(): string {
  const flavours = FORMATS.flatMap(({ id, flavours: list = [] }) => list.map((flavour) => `${flavour.id} (${id})`));
  return `another way to write the format: ${flavours.join(", ")}`;
}
