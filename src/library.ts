/**
 * The library without the disk: what runs in a browser as in Node.
 *
 * Texts in, document out, one call a stage: `read` → `joinDuplicates` → `extractTerms` → `buildGraph` → `writeFormat`,
 * and questions to the document; or the whole flow, `runPipeline`.
 */
export { type Config, DEFAULT_CONFIG, resolveConfig, SETTINGS } from "./config.ts";
export * from "./contract/graph-document.ts";
export { checkGraphDocument, readGraphJson, writeGraphJson } from "./contract/graph-json.ts";
export type { PaperFields } from "./contract/paper-fields.ts";
export type { CommunityChange, CommunityRef } from "./contract/run-record.ts";
export type { Paper, SourceSpan, TextField } from "./domain/paper.ts";
export type { Source } from "./domain/source.ts";
export type { LedgerEntry, Problem, Severity, Staged } from "./domain/staged.ts";
export type {
  Alias,
  Extraction,
  Mention,
  MentionColumns,
  PaperTerm,
  PaperTermRows,
  ReadableTexts,
  Term,
} from "./domain/term.ts";
export { paperTermRows, paperTermsOf } from "./domain/paper-terms.ts";
export { type Decision, type ReadDecisions, readDecisions, writeDecision } from "./contract/decisions.ts";
export {
  type DocumentFile,
  type Files,
  type Flavour,
  type LibraryFile,
  loadFormat,
  type LoadedFile,
  type LoadedFormat,
  type OutputFormat,
  type PageFile,
  writeFormat,
} from "./export/format.ts";
export { FORMATS, writeAllFormats } from "./export/formats.ts";
export type { ExtractConfig } from "./extract/config.ts";
export { type ExtractOptions, extractTerms } from "./extract/extract.ts";
export { decodeResources, type ExtractResources, openResources, RESOURCE_FILES } from "./extract/resources.ts";
export { buildGraph } from "./graph/build.ts";
export type { GraphConfig } from "./graph/config.ts";
export type { BuildGraphOptions, BuiltGraph } from "./graph/types.ts";
export { type FileCounts, ingest, type IngestConfig, type Ingested, type IngestReport } from "./ingest.ts";
export { joinDuplicates, keepAll } from "./dedupe/dedupe.ts";
export type { RawRecord } from "./domain/record.ts";
export type { Sequence } from "./contract/sequence.ts";
export type { PageYear, Reading, ReadOptions } from "./read/reader.ts";
export { type FileReport, inReadingOrder, read, type ReadingOptions, type ReadStep } from "./read/read.ts";
export { UsageError } from "./lib/errors.ts";
export { type Task, type TaskRunner, TASKS_HERE } from "./lib/task.ts";
export { type Built, findTerms, type Found, type PipelineOptions, runPipeline } from "./pipeline.ts";
export type { OpenPasses, Passes } from "./extract/shards/passes.ts";
export type { DefinitionRecord, ResultRecord, StatedPart } from "./contract/stated.ts";
export type { PaperStatements, StatedDefinition, StatedResult } from "./domain/statement.ts";
export type { Abbreviation, AbbreviationsAnswer, Sense as AbbreviationSense } from "./query/abbreviations.ts";
export type { CompareAnswer, Comparison } from "./query/compare.ts";
export type { Fact, FactGroup, FactsAnswer, FactsArgs } from "./query/facts.ts";
export type { TableAnswer, TableArgs, TableRow } from "./query/table.ts";
export type { ToldResult } from "./query/say-result.ts";
export type { Use, UsesAnswer, UsesArgs } from "./query/uses.ts";
export { type Bridge, type BridgeAnswer, type BridgeOptions, type CommunityTie, findBridges } from "./query/bridges.ts";
export {
  type Changes,
  type CommunityChanges,
  diffGraphs,
  type DiffOptions,
  type EdgeChanges,
  type GraphDiff,
  type TermChange,
} from "./query/diff.ts";
export type { Drop } from "./query/explain-absence.ts";
export {
  type AbsentTerm,
  type AmbiguousName,
  type ExplainArgs,
  type ExplainedTerm,
  explainTerm,
  type Explanation,
  type MentionPlace,
} from "./query/explain.ts";
export { type Found as FoundNode, findPaper, findTerm, type NodeName } from "./query/find.ts";
export type { GapMatrix, GapMatrixArgs, MatrixCell } from "./query/gap-matrix.ts";
export { findGaps, type GapAnswer, type GapOptions } from "./query/gaps.ts";
export { type GraphIndex, indexGraph, nodeAt, numberOf } from "./query/graph-index.ts";
export { addMeasures } from "./query/measures.ts";
export { findPaths, type Path, type PathAnswer, type PathArgs, type PathStep } from "./query/path.ts";
export { type AnswerOf, answerQuestion, type ArgsOf, QUESTION_IDS, type QuestionId } from "./query/questions.ts";
export type { Rows } from "./query/rows.ts";
export { type IncludedTerms, type SearchAnswer, searchPapers } from "./query/search.ts";
export { type ParsedSearch, parseSearch, type SearchClause, type SearchExpression } from "./query/search-expression.ts";
export { type SimilarAnswer, type SimilarPaper, similarTo } from "./query/similar.ts";
export { findTrends, type TrendAnswer, type TrendOptions, type Trends, type TrendsAnswer } from "./query/trends.ts";
export { type WhatsNew } from "./query/whats-new.ts";
