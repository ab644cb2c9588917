import { expect, it } from "vitest";
import * as library from "../src/index.ts";

it("the library offers these names, and no others", () => {
  expect(Object.keys(library).sort()).toEqual([
    "DEFAULT_CONFIG",
    "FORMATS",
    "NODE_KINDS",
    "ROLES",
    "SCHEMA",
    "SETTINGS",
    "TERM_TYPES",
    "UsageError",
    "buildGraph",
    "decodeResources",
    "diffGraphs",
    "explainTerm",
    "extractTerms",
    "findBridges",
    "findGaps",
    "findPaper",
    "findPaths",
    "findTerm",
    "findTerms",
    "findTrends",
    "indexGraph",
    "ingest",
    "loadResources",
    "nodeKind",
    "parseDecisions",
    "parseSearch",
    "resolveConfig",
    "runPipeline",
    "searchPapers",
    "similarTo",
    "writeAllFormats",
    "writeFormat",
  ]);
});
