/**
 * Which of many files are read, by their names and places, and what is said of the others.
 */
import { QUERY_ENDING } from "../contract/stored-query.ts";
import type { Problem } from "../domain/staged.ts";

/** Which files of a folder are read; files named by the user are read whatever they are called. */
export interface NameRule {
  isReadable(name: string): boolean;
  /** Which names those are, as advice. */
  readonly hint: string;
}

/** Whatever is read is read packed, too. */
export function alsoPacked(rule: NameRule): NameRule {
  return {
    isReadable: (name) => /\.zip$/i.test(name) || rule.isReadable(name.replace(/\.gz$/i, "")),
    hint: `${rule.hint}, also packed as .gz or in a .zip`,
  };
}

/** What a folder holds, by names. */
export interface FolderNames {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** What is to be done with the contents of a folder: files that are read, folders to look into, files passed over. */
export interface FolderChoice extends FolderNames {
  readonly skipped: readonly string[];
}

/** Hidden folders, installed packages, readmes, pictures of saved pages and maps built earlier are passed over. */
export function chooseInFolder({ files, folders }: FolderNames, rule: NameRule): FolderChoice {
  const names = new Set(files);
  if (names.has("graph.json") && names.has("run.json")) return { files: [], folders: [], skipped: [] };
  const isRead = (name: string): boolean => rule.isReadable(name) && !isPassedOver(name);
  return {
    files: files.filter(isRead),
    folders: folders.filter((name) => !isPassedOver(`${name}/`) && !belongsToPage(name, names)),
    skipped: files.filter((name) => !isRead(name) && !name.startsWith(".") && !name.endsWith(QUERY_ENDING)),
  };
}

/** Hidden files and folders, installed packages, readmes, and what computers put beside files. */
export function isPassedOver(path: string): boolean {
  const parts = path.split("/");
  const name = parts.at(-1) ?? "";
  return (
    parts.some((part) => part.startsWith(".") || /^(node_modules|__MACOSX)$/.test(part)) || /^readme\b/i.test(name)
  );
}

/** Whether a folder holds the pictures and scripts of a page saved beside it: `Papers_files` of `Papers.html`. */
function belongsToPage(folder: string, names: ReadonlySet<string>): boolean {
  const page = /^(.+)[_-](?:files|Dateien|fichiers|archivos|bestanden)$/i.exec(folder)?.[1];
  return page !== undefined && ["html", "htm", "xhtml"].some((ending) => names.has(`${page}.${ending}`));
}

/** The problem of a place where nothing is found. */
export function nothingFound(
  file: string,
  message: string,
  hint = "check the pattern and the folder it starts from",
): Problem {
  return { code: "input/nothing-found", severity: "error", message, hint, where: { file, line: 1 } };
}

/** What is said of files that were not read for their names. */
export function passedOver(folder: string, names: readonly string[], hint: string): Problem {
  const shown = names.slice(0, 3).join(", ");
  const one = names.length === 1;
  return {
    code: "input/passed-over",
    severity: "info",
    message: `${names.length} ${one ? "file is" : "files are"} passed over by ${one ? "its" : "their"} ending: ${shown}${names.length > 3 ? ", …" : ""}`,
    hint: `${hint}; name others one by one`,
    where: { file: folder, line: 1 },
  };
}
