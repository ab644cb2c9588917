/**
 * Reads decisions.tsv in whatever encoding an editor or a spreadsheet saved it.
 */
import { readDecisions, type ReadDecisions } from "../contract/decisions.ts";
import { decodeText } from "../unpack/text-decoder.ts";
import { readPlainFile } from "./plain-file.ts";

/** The file that people edit beside a map: a rebuild into the folder takes it up again. */
export const DECISIONS_FILE = "decisions.tsv";

/** UTF-8, UTF-16 by its byte-order mark, or Windows-1252. @throws as `readPlainFile` does. */
async function readDecisionsText(file: string, options: { readonly links?: boolean } = {}): Promise<string> {
  return decodeText(await readPlainFile(file, options));
}

/** @throws as `readPlainFile` does. */
export async function loadDecisions(file: string): Promise<ReadDecisions> {
  return readDecisions(await readDecisionsText(file), file);
}
