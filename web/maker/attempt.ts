/**
 * One attempt at a map: which files are given, under which names, and whether what is new brings anything.
 */
import type { IngestReport } from "../../src/ingest.ts";
import { MAKER_TEXTS } from "../texts/maker.ts";
import type { NamedFile } from "./work/messages.ts";

/** Names of a file of decisions, as `build` finds it in a built folder. */
export const DECISIONS_FILE = "decisions.tsv";
export const PROJECT_FILE = /\.paperweave$/i;

/** The files with new ones: the same file takes the place of the one before, another of its name gets a number. */
export function withFiles(known: readonly NamedFile[], added: readonly NamedFile[]): readonly NamedFile[] {
  const files = new Map(known.map((file) => [file.name, file]));
  for (const { name, blob } of added) {
    let free = name;
    for (let n = 2; files.has(free) && files.get(free)!.blob.size !== blob.size; n++) free = numbered(name, n);
    files.set(free, { name: free, blob });
  }
  return [...files.values()];
}

/** `papers.csv` → `papers (2).csv` */
function numbered(name: string, n: number): string {
  const [, stem = name, ending = ""] = /^(.*?)((?:\.[^./]{1,6}){1,2})?$/s.exec(name) ?? [];
  return `${stem} (${n})${ending}`;
}

/** Whether any of these files, or of the archives among them, holds a record. */
export function bringsRecords({ files }: IngestReport, names: readonly string[]): boolean {
  return files.some(
    ({ file, records }) => records > 0 && names.some((name) => file === name || file.startsWith(`${name}/`)),
  );
}

/** What a project is called until somebody names it: its folder or its first file. */
export function projectName(files: readonly NamedFile[]): string {
  const [first] = files;
  if (!first) return MAKER_TEXTS.project;
  const [folder, ...inside] = first.name.split("/");
  const name = inside.length > 0 ? folder! : first.name.replace(/(\.[^.]{1,6}){1,2}$/, "");
  return name === "" ? MAKER_TEXTS.project : name;
}
