/**
 * `npm run schema`: makes the JSON Schemas from the types of `src/contract`, with ts-json-schema-generator: the published
 * one of graph.json, and `schemas.ts`, without the descriptions, which documents are checked by when they are read.
 *
 * `test/contract/schema.test.ts` fails when a type has changed and this has not run.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as prettier from "prettier";
import { createGenerator } from "ts-json-schema-generator";
import { SCHEMA } from "../contract/graph-document.ts";

const CONTRACT = new URL("../contract/", import.meta.url);
const PUBLISHED = "graph-document.schema.json";
const CHECKED = "schemas.ts";

type Json = Readonly<Record<string, unknown>>;

/** Name of a file in `src/contract` → what must stand in it. */
export async function makeSchemas(): Promise<Readonly<Record<string, string>>> {
  const graph = schemaOf("graph-document.ts", "GraphJson");
  const run = schemaOf("run-record.ts", "RunRecord");
  const { description, ...rest } = graph;
  const published = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: SCHEMA,
    title: `graph.json of Paperweave, schema ${SCHEMA}`,
    description,
    ...rest,
  };
  const constants = Object.entries({ GRAPH_DOCUMENT: graph, RUN_RECORD: run }).map(
    ([name, schema]) => `export const ${name}: Schema = ${JSON.stringify(withoutWords(schema))};`,
  );
  const module = [
    "/** The schemas that documents are checked by. Made by `npm run schema` from the types beside it: do not edit. */",
    'import type { Schema } from "./check.ts";',
    ...constants,
  ];
  return {
    [PUBLISHED]: await pretty(PUBLISHED, JSON.stringify(published)),
    [CHECKED]: await pretty(CHECKED, module.join("\n\n")),
  };
}

/** As JSON Schema 2020-12; types that are no objects stand where they are used. */
function schemaOf(file: string, type: string): Json {
  const made = createGenerator({
    path: fileURLToPath(new URL(file, CONTRACT)),
    tsconfig: fileURLToPath(new URL("../../tsconfig.json", import.meta.url)),
    type,
    additionalProperties: true,
    // `npm run types` checks; this reads.
    skipTypeCheck: true,
    topRef: false,
  }).createSchema(type) as Json;
  const defs = (made["definitions"] ?? {}) as Readonly<Record<string, Json>>;
  const root = without(made, "$schema", "definitions");
  const convert = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(convert);
    if (typeof value !== "object" || value === null) return value;
    const { $ref, ...part } = value as Json;
    if (typeof $ref !== "string") return tuple(mapValues(part, convert));
    const name = decodeURIComponent($ref.replace("#/definitions/", ""));
    const def = defs[name];
    if (def?.["type"] === "object") return { $ref: `#/$defs/${name}`, ...part };
    return { ...(convert(def) as Json), ...part };
  };
  const objects = Object.entries(defs).filter(([, def]) => def["type"] === "object");
  const $defs = Object.fromEntries(objects.map(([name, def]) => [name, convert(def)]));
  return { ...(convert(root) as Json), ...(objects.length > 0 && { $defs }) };
}

/** Draft 7 writes a tuple as a list under `items`. */
function tuple(schema: Json): Json {
  const { items } = schema;
  if (!Array.isArray(items)) return schema;
  return { ...without(schema, "items", "additionalItems"), prefixItems: items, items: false };
}

/** Without what is meant for people. A field may be called so itself: the keys of `properties` and `$defs` are names. */
function withoutWords(value: unknown, names = false): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutWords(item));
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => names || (key !== "description" && key !== "title"));
  return Object.fromEntries(
    kept.map(([key, item]) => [key, withoutWords(item, !names && (key === "properties" || key === "$defs"))]),
  );
}

function without(value: Json, ...keys: readonly string[]): Json {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

function mapValues(value: Json, change: (item: unknown) => unknown): Json {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, change(item)]));
}

async function pretty(name: string, text: string): Promise<string> {
  const file = fileURLToPath(new URL(name, CONTRACT));
  return prettier.format(text, { ...(await prettier.resolveConfig(file)), filepath: file });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [name, text] of Object.entries(await makeSchemas())) writeFileSync(new URL(name, CONTRACT), text);
