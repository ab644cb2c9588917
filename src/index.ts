/**
 * The library: the same stages as the command line, as plain functions.
 */
export { type Config, DEFAULT_CONFIG, resolveConfig } from "./config.ts";
export * from "./contract/graph-document.ts";
export type { Paper, SourceSpan } from "./domain/paper.ts";
export type { Source } from "./domain/source.ts";
export type { Decision, Problem, Staged } from "./domain/staged.ts";
export type { Alias, Extraction, Mention, PaperTerm, Term } from "./domain/term.ts";
export type { UserDecision } from "./domain/user-decisions.ts";
export { type Files, FORMATS, writeAllFormats } from "./export/formats.ts";
export { parseDecisions } from "./extract/decisions.ts";
export { extractTerms } from "./extract/extract.ts";
export { decodeResources, type ExtractResources } from "./extract/resources.ts";
export { buildGraph } from "./graph/build.ts";
export { ingest, type Ingested, type IngestReport } from "./ingest/ingest.ts";
export { UsageError } from "./lib/errors.ts";
export { type Built, runPipeline } from "./pipeline.ts";
export { loadResources } from "./io/load-resources.ts";
