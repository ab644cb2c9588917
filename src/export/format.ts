/**
 * What an output format says of itself: a writer's file ends with one of these, and `formats.ts` lists them. Help, the
 * local server, the tables of the README files and the viewer's menu read it.
 */
import type { GraphDocument } from "../contract/graph-document.ts";

interface NamedFile {
  /** In the built folder. */
  readonly name: string;
  /** Without the character set, which is UTF-8 for all of them. */
  readonly mediaType: string;
}

/** A file that needs the document only. */
export interface DocumentFile extends NamedFile {
  readonly write: (document: GraphDocument) => Iterable<string>;
}

/** A file that a library writes: it is loaded when the file is asked for. Chunks of bytes are no text. */
export interface LibraryFile extends NamedFile {
  readonly load: () => Promise<(document: GraphDocument) => Iterable<string | Uint8Array>>;
}

/** A file that is the built viewer page with the document inside. */
export interface PageFile extends NamedFile {
  readonly fillPage: (page: string, document: GraphDocument) => Iterable<string>;
}

/** A `LibraryFile` whose library is there, or a `DocumentFile`. */
export interface LoadedFile extends NamedFile {
  readonly write: (document: GraphDocument) => Iterable<string | Uint8Array>;
}

/** A format or a flavour that can be written. */
export interface LoadedFormat {
  readonly files: readonly (LoadedFile | PageFile)[];
}

/** Another way to write a format, for programs that want it so. */
export interface Flavour {
  /** After `--flavour`. */
  readonly id: string;
  readonly purpose: string;
  readonly files: readonly (DocumentFile | LibraryFile)[];
}

export interface OutputFormat {
  /** After `--format`. */
  readonly id: string;
  /** As people call it. */
  readonly title: string;
  /** What it is for, for help and tables. */
  readonly purpose: string;
  /** `build` writes it by itself; the others are for `export`. */
  readonly isBuilt: boolean;
  readonly files: readonly (DocumentFile | LibraryFile | PageFile)[];
  readonly flavours?: readonly Flavour[];
}

/** A format that `build` writes: nothing of it has to be loaded first. */
export interface BuiltFormat extends OutputFormat {
  readonly isBuilt: true;
  readonly files: readonly (DocumentFile | PageFile)[];
}

/** Output file name → its chunks. */
export type Files = Readonly<Record<string, Iterable<string>>>;

/** Whether `writeFormat` needs the viewer's page for it. */
export function needsPage({ files }: Pick<OutputFormat, "files">): boolean {
  return files.some((file) => "fillPage" in file);
}

/** The same files with the libraries that write them: before `writeFormat`, for formats such as Parquet. */
export async function loadFormat({ files }: Pick<OutputFormat, "files">): Promise<LoadedFormat> {
  const loaded: LoadedFormat["files"][number][] = [];
  for (const file of files) loaded.push("load" in file ? { ...file, write: await file.load() } : file);
  return { files: loaded };
}

/**
 * The files of one format or flavour, written as they are read.
 *
 * @param page the built viewer page; for the formats that need it.
 * @throws Error when the page is needed and is not the viewer's, or a library has not been loaded.
 */
export function writeFormat(
  { files }: Pick<OutputFormat, "files"> | LoadedFormat,
  document: GraphDocument,
  page = "",
): Readonly<Record<string, Iterable<string | Uint8Array>>> {
  return Object.fromEntries(files.map((file) => [file.name, chunksOf(file, document, page)]));
}

/** As `writeFormat`; what a build writes is text. */
export function writeBuiltFormat({ files }: Pick<BuiltFormat, "files">, document: GraphDocument, page: string): Files {
  return Object.fromEntries(
    files.map((file) => [file.name, "fillPage" in file ? file.fillPage(page, document) : file.write(document)]),
  );
}

function chunksOf(
  file: LoadedFormat["files"][number] | LibraryFile,
  document: GraphDocument,
  page: string,
): Iterable<string | Uint8Array> {
  if ("fillPage" in file) return file.fillPage(page, document);
  if ("write" in file) return file.write(document);
  throw new Error(`${file.name} is written by a library: hand the format to loadFormat first`);
}
