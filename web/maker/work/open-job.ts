/**
 * A map that was built before: opened again, or written in another format.
 */
import { zipSync } from "fflate";
import { readGraphJson } from "../../../src/contract/graph-json.ts";
import { loadFormat, writeFormat } from "../../../src/export/format.ts";
import { FORMATS } from "../../../src/export/formats.ts";
import { UsageError } from "../../../src/lib/errors.ts";
import { handOver } from "./hand-over.ts";
import type { Job, Say } from "./messages.ts";
import { writeFile } from "./written-file.ts";

export async function openJob({ built, carried }: Extract<Job, { readonly kind: "open" }>, say: Say): Promise<void> {
  say({ kind: "progress", step: "opening", done: 0, total: 0 });
  const document = readGraphJson(await built["graph.json"].text());
  handOver(document, carried.viewer, say);
  for (const name of ["ledger.tsv", "run.json"] as const) say({ kind: "file", name, blob: built[name] });
}

/** One file; several of one format come in a zip archive. */
export async function exportJob(
  { graph, format: id, carried }: Extract<Job, { readonly kind: "export" }>,
  say: Say,
): Promise<void> {
  const format = FORMATS.find((known) => known.id === id);
  if (!format) throw new UsageError(`unknown format "${id}"`);
  const document = readGraphJson(await graph.text());
  const files = writeFormat(await loadFormat(format), document, carried.viewer);
  const blobs = Object.entries(files).map(([name, chunks]) => [name, writeFile(chunks).blob] as const);
  const [only] = blobs;
  if (only && blobs.length === 1) {
    say({ kind: "file", name: only[0], blob: only[1] });
    return;
  }
  const contents = await Promise.all(
    blobs.map(async ([name, blob]) => [name, new Uint8Array(await blob.arrayBuffer())] as const),
  );
  const packed = zipSync(Object.fromEntries(contents), { mtime: new Date(1980, 0, 1) });
  say({ kind: "file", name: `paperweave-${id}.zip`, blob: new Blob([packed]) });
}
