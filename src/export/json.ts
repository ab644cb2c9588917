/**
 * graph.json as an output format; how it is written is the contract's business.
 */
import { writeGraphJson } from "../contract/graph-json.ts";
import type { BuiltFormat } from "./format.ts";

export const JSON_FORMAT = {
  id: "json",
  title: "JSON",
  purpose: "programs: everything, with character offsets of every mention (schema `paperweave-graph/1`)",
  isBuilt: true,
  files: [{ name: "graph.json", mediaType: "application/json", write: writeGraphJson }],
} as const satisfies BuiltFormat;
