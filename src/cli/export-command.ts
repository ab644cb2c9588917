/**
 * `paperweave export`: any one format from a built folder, on standard output or into a file.
 */
import { basename, dirname } from "node:path";
import { needsPage, writeFormat } from "../export/format.ts";
import { FORMATS } from "../export/formats.ts";
import { loadDocument } from "../io/load-document.ts";
import { writeOutputs } from "../io/outputs.ts";
import { readViewerPage } from "../io/package-files.ts";
import { UsageError } from "../lib/errors.ts";
import type { Context } from "./context.ts";

export interface ExportOptions {
  readonly format: string;
  readonly output?: string;
}

export async function exportCommand(dir: string, options: ExportOptions, context: Context): Promise<number> {
  const format = FORMATS.find(({ id }) => id === options.format);
  if (!format)
    throw new UsageError(`unknown format "${options.format}"`, `formats: ${FORMATS.map(({ id }) => id).join(", ")}`);
  const document = await loadDocument(dir);
  const files = writeFormat(format, document, needsPage(format) ? await readViewerPage() : undefined);
  const entries = Object.entries(files);
  const only = entries.length === 1 ? entries[0] : undefined;
  if (options.output !== undefined) {
    const single = only ? { [basename(options.output)]: only[1] } : files;
    await writeOutputs(only ? dirname(options.output) : options.output, single);
  } else if (only) {
    for (const chunk of only[1]) context.stdout.write(chunk);
  } else {
    throw new UsageError(
      `${options.format} is several files (${Object.keys(files).join(", ")})`,
      "name a folder with -o",
    );
  }
  return 0;
}
