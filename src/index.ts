/**
 * The library: the same stages as the command line, as plain functions.
 */
export { type Config, DEFAULT_CONFIG, resolveConfig, SETTINGS } from "./config.ts";
export * from "./contract/graph-document.ts";
export type { Paper, SourceSpan, TextField } from "./domain/paper.ts";
export type { Source } from "./domain/source.ts";
export type { LedgerEntry, Problem, Severity, Staged } from "./domain/staged.ts";
export type { Alias, Extraction, Mention, PaperTerm, Term } from "./domain/term.ts";
export { type Decision, readDecisions, writeDecision } from "./contract/decisions.ts";
export { type DocumentFile, type Files, type OutputFormat, type PageFile, writeFormat } from "./export/format.ts";
export { FORMATS, writeAllFormats } from "./export/formats.ts";
export type { ExtractConfig } from "./extract/config.ts";
export { type ExtractOptions, extractTerms } from "./extract/extract.ts";
export { decodeResources, type ExtractResources } from "./extract/resources.ts";
export { buildGraph } from "./graph/build.ts";
export type { GraphConfig } from "./graph/config.ts";
export type { BuildGraphOptions } from "./graph/types.ts";
export { ingest, type IngestConfig, type Ingested, type IngestReport } from "./ingest.ts";
export type { FileReport } from "./read/read.ts";
export { UsageError } from "./lib/errors.ts";
export { type Built, findTerms, type Found, type PipelineOptions, runPipeline, type Tagger } from "./pipeline.ts";
export { loadResources } from "./io/load-resources.ts";
export { type Bridge, type BridgeOptions, findBridges } from "./query/bridges.ts";
export {
  type Changes,
  type CommunityChanges,
  diffGraphs,
  type DiffOptions,
  type EdgeChanges,
  type GraphDiff,
  type TermChange,
} from "./query/diff.ts";
export { explainTerm, type Explanation } from "./query/explain.ts";
export { findPaper, findTerm } from "./query/find.ts";
export { findGaps, type Gap, type GapOptions } from "./query/gaps.ts";
export { type GraphIndex, indexGraph } from "./query/graph-index.ts";
export { findPaths, type Path, type PathStep } from "./query/path.ts";
export { type AnswerOf, answerQuestion, type ArgsOf, QUESTION_IDS, type QuestionId } from "./query/questions.ts";
export { searchPapers } from "./query/search.ts";
export { type ParsedSearch, parseSearch, type SearchClause, type SearchExpression } from "./query/search-expression.ts";
export { type SimilarPaper, similarTo } from "./query/similar.ts";
export { findTrends, type TermTrend, type TrendOptions, type Trends } from "./query/trends.ts";
