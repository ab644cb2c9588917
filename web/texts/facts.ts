/**
 * Words of what papers state: facts of a term, the table of a task, uses in a community.
 */
import type { StatedKind } from "../../src/contract/graph-document.ts";
import type { FactId } from "../../src/query/facts.ts";
import { count } from "../lib/numbers.ts";

const SAYS: Readonly<Record<FactId, string>> = {
  is_a: "a kind of",
  used_for: "used for",
  part_of: "part of",
  evaluated_on: "measured on",
  better_than: "beats",
  worse_than: "beaten by",
  compared_with: "compared with",
  uses: "done with",
  has_part: "has as a part",
  measures: "measures",
  has_kind: "has as kinds",
};

const RELATION_NAMES: Readonly<Record<StatedKind, string>> = {
  is_a: "a kind of",
  used_for: "used for",
  part_of: "part of",
  evaluated_on: "measured on",
  better_than: "better than",
  compared_with: "compared with",
};

export const FACT_TEXTS = {
  facts: {
    title: "Facts",
    says: SAYS,
    relation: (kind: StatedKind) => RELATION_NAMES[kind],
    results: "reported results",
    sentence: "sentence",
    sentenceOf: (what: string) => `The sentence: ${what}`,
    sentences: (a: string, says: string, b: string, papers: number) =>
      `${a} ${says} ${b}: ${papers > 0 ? `sentences of ${count(papers, "paper", "papers")}` : "by its name"}`,
    byName: "The name itself says so; no sentence does.",
    byNameShort: "by its name",
    contradicted: "others say the reverse",
    uses: "What is used for what",
    usedFor: "for",
  },
  taskTable: {
    open: "Table of a task: methods, data sets, numbers",
    name: "Table of a task",
    choose: "Task",
    of: (task: string) => `Table of “${task}”`,
    none: "No paper on this task measures a method, or compares two.",
    noTasks: "This map has no tasks.",
    summary: (methods: number, papers: number) =>
      `${count(methods, "method", "methods")} in ${count(papers, "paper", "papers")} on it`,
    included: (names: string) => `with ${names}`,
    method: "Method",
    better: "Better than",
    numbers: "Other numbers",
    cell: (method: string, column: string, words: string) => `${method} on ${column}: ${words}`,
    papers: (n: number) => count(n, "paper", "papers"),
    sentences: (method: string, column: string) => `What papers say of ${method} on ${column}`,
    close: "Close the sentences",
  },
} as const;
