/**
 * Reads graph.json of a built folder.
 */
import { join } from "node:path";
import type { GraphDocument } from "../contract/graph-document.ts";
import { checkGraphDocument } from "../contract/graph-json.ts";
import { JsonReader } from "../contract/json-reader.ts";
import { UsageError } from "../lib/errors.ts";
import { settleOutputs } from "./outputs.ts";
import { openPlainFile } from "./plain-file.ts";
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
    return checkGraphDocument(await readJson(file));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw new UsageError(`${file}: ${readFault(error)}`, "build the folder again", { cause: error });
  }
}

/** Bytes read at a time. */
const PIECE = 2 ** 20;

/** In pieces: a large document is longer than a string can be. */
async function readJson(file: string): Promise<unknown> {
  const reader = new JsonReader();
  const handle = await openPlainFile(file);
  for await (const piece of handle.createReadStream({ encoding: "utf8", highWaterMark: PIECE }))
    reader.push(piece as string);
  return reader.end();
}
