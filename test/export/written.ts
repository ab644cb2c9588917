/**
 * The files of a format, as they are written.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { loadFormat, writeFormat } from "../../src/export/format.ts";
import { FORMATS } from "../../src/export/formats.ts";

/** File name → its bytes. @param flavour one of the format's, or none. */
export async function writtenFiles(
  id: string,
  document: GraphDocument,
  { flavour, page }: { readonly flavour?: string; readonly page?: string } = {},
): Promise<Readonly<Record<string, Buffer>>> {
  const format = FORMATS.find((known) => known.id === id)!;
  const form = flavour === undefined ? format : format.flavours!.find((known) => known.id === flavour)!;
  const files = writeFormat(await loadFormat(form), document, page);
  return Object.fromEntries(
    Object.entries(files).map(([name, chunks]) => [
      name,
      Buffer.concat(Array.from(chunks, (chunk) => (typeof chunk === "string" ? Buffer.from(chunk, "utf8") : chunk))),
    ]),
  );
}

/** One of them, as text. */
export async function writtenText(
  id: string,
  name: string,
  document: GraphDocument,
  options: { readonly flavour?: string; readonly page?: string } = {},
): Promise<string> {
  return (await writtenFiles(id, document, options))[name]!.toString("utf8");
}

/** Writes them into a folder, which is made. @returns path of the file of this name. */
export async function writeInto(
  folder: string,
  id: string,
  document: GraphDocument,
  options: { readonly flavour?: string } = {},
): Promise<(name: string) => string> {
  const target = join(folder, `${id}-${options.flavour ?? ""}`);
  mkdirSync(target, { recursive: true });
  for (const [name, bytes] of Object.entries(await writtenFiles(id, document, options)))
    writeFileSync(join(target, name), bytes);
  return (name) => join(target, name);
}
