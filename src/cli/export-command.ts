/**
 * `paperweave export`: any one format from a built folder, of all papers or some, on standard output or into a file.
 */
import { loadFormat, needsPage, type OutputFormat, writeFormat } from "../export/format.ts";
import { FORMATS } from "../export/formats.ts";
import { loadDocument } from "../io/load-document.ts";
import { writeOutputs } from "../io/outputs.ts";
import { writeOutputFile } from "../io/write-file.ts";
import { readViewerPage } from "../io/package-files.ts";
import { UsageError } from "../lib/errors.ts";
import type { Context } from "./context.ts";
import { type Selection, selectPapers } from "./select-papers.ts";

export interface ExportOptions extends Selection {
  readonly format: string;
  readonly flavour?: string | undefined;
  readonly rawCsv?: boolean | undefined;
  readonly output?: string | undefined;
}

export async function exportCommand(dir: string, options: ExportOptions, context: Context): Promise<number> {
  const format = findFormat(options.format);
  const form = formOf(format, options);
  const document = await selectPapers(await loadDocument(dir), options, context);
  const files = writeFormat(await loadFormat(form), document, needsPage(form) ? await readViewerPage() : undefined);
  const entries = Object.entries(files);
  const only = entries.length === 1 ? entries[0] : undefined;
  if (options.output !== undefined) {
    if (only) await writeOutputFile(options.output, only[1]);
    else await writeOutputs(options.output, files);
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

function findFormat(name: string): OutputFormat {
  const format = FORMATS.find(({ id }) => id === name);
  if (format) return format;
  throw new UsageError(`unknown format "${name}"`, `formats: ${FORMATS.map(({ id }) => id).join(", ")}`);
}

/** The format as it is, or the flavour that was asked for. */
function formOf(format: OutputFormat, options: ExportOptions): Pick<OutputFormat, "files"> {
  if (options.rawCsv && format.id !== "csv") throw new UsageError(`--raw-csv is for --format csv, not ${format.id}`);
  const flavour = options.flavour ?? (options.rawCsv ? "raw" : undefined);
  if (flavour === undefined) return format;
  const { flavours = [] } = format;
  const found = flavours.find(({ id }) => id === flavour);
  if (found) return found;
  const known = flavours.map(({ id }) => id).join(", ");
  throw new UsageError(
    `${format.id} has no flavour "${flavour}"`,
    known === "" ? "leave --flavour out" : `flavours of ${format.id}: ${known}`,
  );
}
