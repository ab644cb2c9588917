/**
 * graph.json: one record a line, keys in the document's own order, so that two builds can be compared with `diff`.
 *
 * Yields chunks: a large document never stands in memory as one string.
 */
import type { GraphDocument } from "../contract/graph-document.ts";
import type { OutputFormat } from "./format.ts";

export function* writeGraphJson(document: GraphDocument): Generator<string> {
  yield "{\n";
  const entries = Object.entries(document);
  for (const [i, [key, value]] of entries.entries()) {
    const end = i === entries.length - 1 ? "\n" : ",\n";
    if (!Array.isArray(value)) {
      yield `${JSON.stringify(key)}: ${JSON.stringify(value)}${end}`;
      continue;
    }
    yield `${JSON.stringify(key)}: [`;
    for (let j = 0; j < value.length; j++) yield `${j === 0 ? "\n" : ",\n"}${JSON.stringify(value[j])}`;
    yield `${value.length > 0 ? "\n" : ""}]${end}`;
  }
  yield "}\n";
}

export const JSON_FORMAT: OutputFormat = {
  id: "json",
  title: "JSON",
  purpose: "programs: everything, with character offsets of every mention (schema `paperweave-graph/1`)",
  isBuilt: true,
  files: [{ name: "graph.json", mediaType: "application/json", write: writeGraphJson }],
};
