/**
 * Reads graph.json of a built folder.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { GraphDocument } from "../contract/graph-document.ts";
import { readGraphJson } from "../contract/graph-json.ts";
import { UsageError } from "../lib/errors.ts";
import { settleOutputs } from "./outputs.ts";
import { isMissing, readFault } from "./read-fault.ts";

/** @throws UsageError when the folder holds no graph of a version that this tool reads. */
export async function loadDocument(dir: string): Promise<GraphDocument> {
  const document = await findDocument(dir);
  if (!document)
    throw new UsageError(
      `${join(dir, "graph.json")}: cannot be read`,
      "build a map first: paperweave build <papers> -o <folder>",
    );
  return document;
}

/** Undefined where none has been built. @throws UsageError when there is one that cannot be read. */
export async function findDocument(dir: string): Promise<GraphDocument | undefined> {
  await settleOutputs(dir);
  const file = join(dir, "graph.json");
  try {
    return readGraphJson(await readFile(file, "utf8"));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw new UsageError(`${file}: ${readFault(error)}`, "build the folder again", { cause: error });
  }
}
