/**
 * Reads graph.json of a built folder.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type GraphDocument, SCHEMA } from "../contract/graph-document.ts";
import { UsageError } from "../lib/errors.ts";
import { settleOutputs } from "./outputs.ts";

/** @throws UsageError when the folder holds no graph of a version that this tool reads. */
export async function loadDocument(dir: string): Promise<GraphDocument> {
  await settleOutputs(dir);
  const file = join(dir, "graph.json");
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    throw new UsageError(`${file}: cannot be read`, "build a map first: paperweave build <papers> -o <folder>", {
      cause: error,
    });
  }
  let document: { readonly schema?: unknown };
  try {
    document = JSON.parse(text) as typeof document;
  } catch (error) {
    throw new UsageError(`${file}: not valid JSON (${(error as Error).message})`, "build the folder again", {
      cause: error,
    });
  }
  if (document.schema !== SCHEMA)
    throw new UsageError(
      `${file}: schema ${JSON.stringify(document.schema)}, but this tool reads ${SCHEMA}`,
      "build the folder again",
    );
  return document as GraphDocument;
}
