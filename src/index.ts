/**
 * The library: the same stages as the command line, as plain functions.
 */
export { type Config, DEFAULT_CONFIG, resolveConfig } from "./config.ts";
export * from "./contract/graph-document.ts";
export type { Paper, SourceSpan } from "./domain/paper.ts";
export type { Source } from "./domain/source.ts";
export type { LedgerEntry, Problem, Staged } from "./domain/staged.ts";
export type { Alias, Extraction, Mention, PaperTerm, Term } from "./domain/term.ts";
export { type Decision, readDecisions, writeDecision } from "./contract/decisions.ts";
export { type Files, type OutputFormat, writeFormat } from "./export/format.ts";
export { FORMATS, writeAllFormats } from "./export/formats.ts";
export { extractTerms } from "./extract/extract.ts";
export { decodeResources, type ExtractResources } from "./extract/resources.ts";
export { buildGraph } from "./graph/build.ts";
export { ingest, type Ingested, type IngestReport } from "./ingest.ts";
export { UsageError } from "./lib/errors.ts";
export { type Built, runPipeline } from "./pipeline.ts";
export { loadResources } from "./io/load-resources.ts";
export { type Bridge, findBridges } from "./query/bridges.ts";
export { diffGraphs, type GraphDiff } from "./query/diff.ts";
export { explainTerm, type Explanation } from "./query/explain.ts";
export { findPaper, findTerm } from "./query/find.ts";
export { findGaps, type Gap } from "./query/gaps.ts";
export { type GraphIndex, indexGraph } from "./query/graph-index.ts";
export { findPaths, type Path } from "./query/path.ts";
export { type AnswerOf, answerQuestion, type ArgsOf, QUESTION_IDS, type QuestionId } from "./query/questions.ts";
export { searchPapers } from "./query/search.ts";
export { parseSearch } from "./query/search-expression.ts";
export { similarTo } from "./query/similar.ts";
export { findTrends, type Trends } from "./query/trends.ts";
