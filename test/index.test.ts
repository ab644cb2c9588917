import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as node from "../src/index.ts";
import * as library from "../src/library.ts";

const OF_NODE = ["loadResources"];

it("the library offers these names, and no others", () => {
  expect(Object.keys(library).sort()).toEqual([
    "DEFAULT_CONFIG",
    "FORMATS",
    "NODE_KINDS",
    "QUESTION_IDS",
    "RELATION_KINDS",
    "RESOURCE_FILES",
    "ROLES",
    "SCHEMA",
    "SETTINGS",
    "STATED_KINDS",
    "TASKS_HERE",
    "TERM_TYPES",
    "UsageError",
    "addMeasures",
    "answerQuestion",
    "buildGraph",
    "checkGraphDocument",
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
    "hasDirection",
    "inReadingOrder",
    "indexGraph",
    "ingest",
    "joinDuplicates",
    "keepAll",
    "loadFormat",
    "nodeAt",
    "nodeKind",
    "numberOf",
    "openResources",
    "paperTermRows",
    "paperTermsOf",
    "parseSearch",
    "read",
    "readDecisions",
    "readGraphJson",
    "resolveConfig",
    "runPipeline",
    "searchPapers",
    "similarTo",
    "writeAllFormats",
    "writeDecision",
    "writeFormat",
    "writeGraphJson",
  ]);
});

it("Node has the same, and what reads the disk", () => {
  expect(Object.keys(node).sort()).toEqual([...Object.keys(library), ...OF_NODE].sort());
});

it("the files of models are named as they are packed", () => {
  const { exports } = JSON.parse(readFileSync("package.json", "utf8")) as { exports: Record<string, string> };
  expect(exports["./assets/*"]).toBe("./dist/assets/*");
  expect(library.RESOURCE_FILES.map((name) => readFileSync(`src/assets/${name}`).length > 0)).not.toContain(false);
});
