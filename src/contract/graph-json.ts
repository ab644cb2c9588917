/**
 * graph.json as a text: written, read at once or slice by slice, and checked against the schema on the way.
 *
 * Browser-safe: the viewer reads the text inside map.html through it.
 */
import { type Check, compileCheck, type Fault, sayFault, within } from "./check.ts";
import type { Sequence } from "./sequence.ts";
import { type GraphDocument, type GraphJson, SCHEMA } from "./graph-document.ts";
import { GRAPH_DOCUMENT } from "./schemas.ts";

/**
 * One record a line, keys in the document's own order, so that two builds can be compared with `diff`.
 *
 * Yields chunks: a large document never stands in memory as one string.
 */
export function* writeGraphJson(document: GraphDocument): Generator<string> {
  yield "{\n";
  const entries = Object.entries(document);
  for (const [i, [key, value]] of entries.entries()) {
    const end = i === entries.length - 1 ? "\n" : ",\n";
    if (!isList(value)) {
      yield `${JSON.stringify(key)}: ${JSON.stringify(value)}${end}`;
      continue;
    }
    yield `${JSON.stringify(key)}: [`;
    let before = "\n";
    for (const item of value) {
      yield `${before}${JSON.stringify(item)}`;
      before = ",\n";
    }
    yield `${value.length > 0 ? "\n" : ""}]${end}`;
  }
  yield "}\n";
}

function isList(value: unknown): value is Sequence<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}

/** @throws Error that says what is wrong, and where. */
export function readGraphJson(text: string): GraphJson {
  return checkGraphDocument(parse(text));
}

/**
 * The value as a document, when it is one; fields that are not known are let alone.
 *
 * @throws Error that says what is wrong, and where: `terms[12].papers: expected an integer, got "x"`.
 */
export function checkGraphDocument(value: unknown): GraphJson {
  const { schema } = (value ?? {}) as { readonly schema?: unknown };
  if (schema !== SCHEMA) throw new Error(`schema ${JSON.stringify(schema)}, but this tool reads ${SCHEMA}`);
  refuse((documentCheck ??= compileCheck(GRAPH_DOCUMENT))(value));
  return value as GraphJson;
}

let documentCheck: Check | undefined;

/** Characters parsed and checked at a time: a few milliseconds of work. */
const SLICE = 400_000;

/**
 * As `readGraphJson`, with a pause after every slice of a list, so that a page answers while a large document is read.
 * Takes one record a line, as `writeGraphJson` writes them; a text of another shape is read at once.
 *
 * @throws Error that says what is wrong, and where.
 */
export async function readGraphJsonInSlices(text: string, pause: () => Promise<unknown>): Promise<GraphJson> {
  if (!text.startsWith("{\n")) return readGraphJson(text);
  const document: Record<string, unknown> = {};
  const lists: string[] = [];
  for (let at = 2; !text.startsWith("}", at);) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    at = end + 1;
    if (!line.endsWith(": [")) {
      Object.assign(document, parse(`{${withoutComma(line)}}`));
      continue;
    }
    const list = parse(line.slice(0, -": [".length)) as string;
    const last = text.indexOf("\n]", at - 1);
    if (last < 0) throw new Error(`${list}: the list has no end`);
    const records: unknown[] = [];
    while (at < last) {
      const cut = text.indexOf(",\n", at + SLICE);
      const to = cut < 0 ? last : Math.min(cut, last);
      readRecords(text.slice(at, to), list, records);
      at = to + 2;
      await pause();
    }
    document[list] = records;
    lists.push(list);
    at = lineEnd(text, last + 1) + 1;
  }
  // The records have been checked: what is left is all around them.
  checkGraphDocument({ ...document, ...Object.fromEntries(lists.map((list) => [list, []])) });
  return document as unknown as GraphJson;
}

/** Parses records of a list, checks them, and puts them behind those before. */
function readRecords(text: string, list: string, records: unknown[]): void {
  const from = `${list}[${records.length}]`;
  const check = recordCheck(list);
  for (const record of parse(`[${text}]`, `${from} or after: `) as unknown[]) {
    const fault = check?.(record);
    if (fault) refuse(within(list, within(records.length, fault)));
    records.push(record);
  }
}

const recordChecks = new Map<string, Check | undefined>();

/** Undefined for a list that the schema does not know. */
function recordCheck(list: string): Check | undefined {
  if (!recordChecks.has(list)) {
    const { items } = GRAPH_DOCUMENT.properties?.[list] ?? {};
    recordChecks.set(list, items ? compileCheck({ ...items, $defs: GRAPH_DOCUMENT.$defs ?? {} }) : undefined);
  }
  return recordChecks.get(list);
}

/** @param where the text begins, for the message. */
function parse(text: string, where = ""): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${where}not valid JSON (${(error as Error).message})`, { cause: error });
  }
}

function refuse(fault: Fault | undefined): void {
  if (fault) throw new Error(sayFault(fault));
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  if (end < 0) throw new Error("not valid JSON (the text breaks off)");
  return end;
}

function withoutComma(line: string): string {
  return line.endsWith(",") ? line.slice(0, -1) : line;
}
