import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it, test } from "vitest";
import { compileCheck, type Schema } from "../../src/contract/check.ts";
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import {
  checkGraphDocument,
  readGraphJson,
  readGraphJsonInSlices,
  writeGraphJson,
} from "../../src/contract/graph-json.ts";
import { makeSchemas } from "../../src/dev/make-schema.ts";
import { TINY } from "../documents/tiny.ts";
import { buildSample } from "../sample.ts";

const contract = (name: string): string => readFileSync(join(import.meta.dirname, "../../src/contract", name), "utf8");
const published = JSON.parse(contract("graph-document.schema.json")) as object;
const validate = new Ajv2020({ allErrors: true }).compile(published);
const faults = (document: unknown): string[] => {
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message = "" }) => `${instancePath} ${message}`);
};
const copy = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test("the schemas are those of the types (else: npm run schema)", async () => {
  for (const [name, text] of Object.entries(await makeSchemas())) expect(contract(name), name).toBe(text);
}, 120_000);

test("what we write is accepted, and read again", async () => {
  const { document } = (await buildSample()).value;
  for (const one of [TINY, document]) {
    expect(faults(copy(one))).toEqual([]);
    expect(readGraphJson([...writeGraphJson(one)].join(""))).toEqual(copy(one));
  }
});

/** The document with a change in the second record of a list. */
const second = (key: "papers" | "terms" | "mentions", change: object) => (d: GraphDocument) => ({
  ...d,
  [key]: Array.from<object>(d[key]).map((record, i) => (i === 1 ? { ...record, ...change } : record)),
});

/** What a document can lack, what the published schema says of it, and what a user is told. */
const BROKEN: readonly [change: (document: GraphDocument) => unknown, schema: string, told: string][] = [
  [
    (d) => ({ ...d, schema: "paperweave-graph/2" }),
    "/schema must be equal to constant",
    'schema "paperweave-graph/2", but this tool reads paperweave-graph/1',
  ],
  [() => [], " must be object", "schema undefined, but this tool reads paperweave-graph/1"],
  [(d) => ({ ...d, papers: "all" }), "/papers must be array", 'papers: expected an array, got "all"'],
  [second("papers", { x: undefined }), "/papers/1 must have required property 'x'", "papers[1]: x is missing"],
  [second("papers", { title: null }), "/papers/1/title must be string", "papers[1].title: expected a string, got null"],
  [
    second("papers", { confidence: 1.5 }),
    "/papers/1/confidence must be <= 1",
    "papers[1].confidence: expected a number from 0 to 1, got 1.5",
  ],
  [
    second("papers", { date: "May" }),
    "/papers/1/date must match pattern",
    "papers[1].date: expected a text like ^[0-9]{4}",
  ],
  [
    second("papers", { source: { file: "a", line: 0 } }),
    "/papers/1/source/line must be >= 1",
    "papers[1].source.line: expected an integer of at least 1, got 0",
  ],
  [
    second("terms", { papers: "x" }),
    "/terms/1/papers must be integer",
    'terms[1].papers: expected an integer, got "x"',
  ],
  [
    second("terms", { papers: 1.5 }),
    "/terms/1/papers must be integer",
    "terms[1].papers: expected an integer, got 1.5",
  ],
  [
    second("terms", { node: "p1" }),
    "/terms/1/node must match pattern",
    'terms[1].node: expected a text like ^t[0-9]+$, got "p1"',
  ],
  [
    second("terms", { type: "model" }),
    "/terms/1/type must be equal to one of the allowed values",
    'terms[1].type: expected one of "method", "task", "dataset", "metric", "concept", got "model"',
  ],
  [
    second("mentions", { evidence: [] }),
    "/mentions/1/evidence must NOT have fewer than 1 items",
    "mentions[1].evidence: expected at least 1 items, got 0",
  ],
  [
    second("mentions", { evidence: [{ field: "title", start: 0, end: 1, sentence: [0, "x"] }] }),
    "/mentions/1/evidence/0/sentence/1 must be integer",
    'mentions[1].evidence[0].sentence[1]: expected an integer, got "x"',
  ],
];

describe("a broken document", () => {
  it.each(BROKEN)("%s: %s", async (change, schema, told) => {
    const document = copy(change(TINY));
    expect(faults(document).join("\n")).toContain(schema);
    expect(() => checkGraphDocument(document)).toThrow(told);
    const text = [...writeGraphJson(document as GraphDocument)].join("");
    await expect(readGraphJsonInSlices(text, () => Promise.resolve())).rejects.toThrow(told);
  });

  it("that breaks off is told as such", () => {
    expect(() => readGraphJson('{"schema": "paper')).toThrow(/^not valid JSON/);
  });
});

test("fields that are not known are let alone", () => {
  const document = copy(second("papers", { later: [1], source: { file: "a", line: 1, page: 2 } })({ ...TINY }));
  expect(faults(document)).toEqual([]);
  expect(checkGraphDocument(document)).toBe(document);
});

test("the check refuses a schema that it would not obey", () => {
  expect(() => compileCheck({ type: "object", properties: { a: { oneOf: [] } as Schema } })).toThrow("keyword oneOf");
});
