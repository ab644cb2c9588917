/**
 * Dropped or chosen files and folders → files by their names, by the same rule as the command line looks into folders.
 */
import { endings, endingsHint } from "virtual:formats";
import type { Problem } from "../../src/contract/problem.ts";
import { OUTPUT_NAMES } from "../../src/export/formats.ts";
import { append } from "../../src/lib/append.ts";
import { compareCodePoints } from "../../src/lib/order.ts";
import { alsoPacked, chooseInFolder, nothingFound, passedOver } from "../../src/unpack/name-rule.ts";
import type { NamedFile } from "./work/messages.ts";

export interface Given {
  readonly files: readonly NamedFile[];
  /** Remarks on folders. */
  readonly problems: readonly Problem[];
}

const RULE = alsoPacked({
  isReadable: (name) => endings.includes(/\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ""),
  hint: endingsHint,
});

/** To be called while the drop is being told of: what was dropped is gone afterwards. */
export function filesOfDrop(data: DataTransfer): Promise<Given> {
  const entries = [...data.items].map((item) => (item.kind === "file" ? item.webkitGetAsEntry() : null));
  const loose = [...data.files];
  return takeEntries(entries, loose);
}

async function takeEntries(entries: readonly (FileSystemEntry | null)[], loose: readonly File[]): Promise<Given> {
  const folders = entries.filter((entry) => entry?.isDirectory === true) as FileSystemDirectoryEntry[];
  const folderNames = new Set(folders.map(({ name }) => name));
  const given = await Promise.all(folders.map(takeFolder));
  // A folder also stands among the files, as one that cannot be read.
  const files = loose.filter((file) => !folderNames.has(file.name)).map((file) => ({ name: file.name, blob: file }));
  return {
    files: [...files, ...given.flatMap((one) => one.files)],
    problems: given.flatMap((one) => one.problems),
  };
}

async function takeFolder(root: FileSystemDirectoryEntry): Promise<Given> {
  const files: NamedFile[] = [];
  const skipped: string[] = [];
  const visit = async (folder: FileSystemDirectoryEntry, path: string): Promise<void> => {
    const inside = new Map((await entriesOf(folder)).map((entry) => [entry.name, entry]));
    const names = [...inside.keys()].sort(compareCodePoints);
    const isFolder = (name: string) => inside.get(name)!.isDirectory;
    const chosen = chooseInFolder(
      { files: names.filter((name) => !isFolder(name)), folders: names.filter(isFolder) },
      RULE,
      OUTPUT_NAMES,
    );
    append(skipped, chosen.skipped);
    for (const name of chosen.files) {
      const blob = await fileOf(inside.get(name) as FileSystemFileEntry);
      files.push({ name: `${path}/${name}`, blob });
    }
    for (const name of chosen.folders) await visit(inside.get(name) as FileSystemDirectoryEntry, `${path}/${name}`);
  };
  await visit(root, root.name);
  return told(root.name, files, skipped);
}

/** A folder from the browser's own dialog: all of its files, each with its path from there. */
export function filesOfFolder(list: readonly File[]): Given {
  const contents = new Map<string, { files: Map<string, File>; folders: Set<string> }>();
  const at = (path: string) => {
    const known = contents.get(path) ?? { files: new Map<string, File>(), folders: new Set<string>() };
    contents.set(path, known);
    return known;
  };
  for (const file of list) {
    const parts = file.webkitRelativePath.split("/");
    const name = parts.pop()!;
    at(parts.join("/")).files.set(name, file);
    for (let depth = 1; depth < parts.length; depth++) at(parts.slice(0, depth).join("/")).folders.add(parts[depth]!);
  }
  const root = list[0]?.webkitRelativePath.split("/")[0] ?? "";
  const files: NamedFile[] = [];
  const skipped: string[] = [];
  const visit = (path: string): void => {
    const inside = at(path);
    const chosen = chooseInFolder(
      { files: [...inside.files.keys()], folders: [...inside.folders] },
      RULE,
      OUTPUT_NAMES,
    );
    append(skipped, chosen.skipped);
    for (const name of chosen.files) files.push({ name: `${path}/${name}`, blob: inside.files.get(name)! });
    for (const name of chosen.folders) visit(`${path}/${name}`);
  };
  visit(root);
  return told(root, files, skipped);
}

function told(folder: string, files: readonly NamedFile[], skipped: readonly string[]): Given {
  return {
    files,
    problems: [
      ...(skipped.length > 0 ? [passedOver(folder, skipped, RULE.hint)] : []),
      ...(files.length === 0 ? [nothingFound(folder, "no readable file here", RULE.hint)] : []),
    ],
  };
}

/** A reader gives its entries in parts. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((done, refuse) => reader.readEntries(done, refuse));
    if (part.length === 0) return all;
    append(all, part);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((done, refuse) => entry.file(done, refuse));
}
